module github.com/kgbuild/kgbuild

go 1.26
