package gazetteer

// legalForms are the words and abbreviations at the end of a company's name
// that say in what form it is set up. Letter case counts: "as" is none.
var legalForms = set(`Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. Limited LLC L.L.C. LLP Plc PLC plc Pvt Pte Pty
	Co Co. AG GmbH KGaA NV N.V. BV B.V. SA S.A. SpA S.p.A. S.p.A Srl SAS ASA A/S AB Oyj Oy Bhd Berhad Tbk OAO PAO OJSC PJSC
	JSC Ltda SE KK`)

// IsLegalForm reports whether a word, as written, says at the end of a name
// that it is a company's, and of which legal form.
func IsLegalForm(form string) bool { return legalForms[form] }

// companyWords are nouns that end the names of companies and say what they do.
var companyWords = set(`industries industrial holdings holding group bank banking bancorp telecom telecoms telecommunications
	communications mobile cellular wireless motors motor automotive autos airlines airways aviation aerospace energy oil petroleum
	gas power electric electricity electronics steel metals mining minerals resources chemicals chemical pharma pharmaceuticals
	pharmaceutical laboratories labs biotech therapeutics foods food beverages breweries brewing stores retail supermarkets
	shipbuilding shipping shipyards marine logistics freight express railways railroad engineering construction properties
	realty developments cement textiles apparel technologies technology systems software semiconductor semiconductors devices
	instruments optics networks solutions services media entertainment pictures publishing publications broadcasting studios
	capital partners ventures investments investment securities insurance assurance financial finance trading traders
	enterprises brothers sons bros heavy international global worldwide company corporation airline refineries refinery
	management automobile automobiles brands products hotels records aircraft plantations tobacco paper packaging plastics tyres tires tools machinery equipment`)

// IsCompanyWord reports whether a word, in small letters, tells at the end of a
// name what a company does or is.
func IsCompanyWord(word string) bool { return companyWords[word] }

// companyNouns are the nouns by which companies and the like are called.
var companyNouns = set(`company firm carrier airline maker carmaker automaker manufacturer retailer bank insurer operator
	newspaper magazine broadcaster publisher giant conglomerate startup start-up brewer chain club party university charity
	producer supplier developer drugmaker chipmaker lender utility network station studio label publication agency brokerage
	consultancy subsidiary miner steelmaker shipbuilder refiner multinational fund builder group grocer homebuilder housebuilder bookmaker distiller`)

// IsCompanyNoun reports whether a noun says what a named company, or a body
// that is run like one, makes or does.
func IsCompanyNoun(lemma string) bool { return companyNouns[lemma] }
