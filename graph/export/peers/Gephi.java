import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Opens a file as Gephi does and says what has arrived, one line of key=value pairs.
 * Arguments: the file, and "merge" for Gephi's default or "keep" for parallel edges kept.
 */
public class Gephi {
  public static void main(String[] args) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    if (args[1].equals("keep")) {
      container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    }
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    Graph graph = model.getGraph();
    Set<String> labels = new HashSet<>();
    int nodeLabels = 0, edgeLabels = 0, nodeTimes = 0, edgeTimes = 0, coloured = 0;
    for (Node n : graph.getNodes()) {
      if (n.getLabel() != null) nodeLabels++;
      if (timed(model.getNodeTable().getColumn("timeset"), n.getAttribute("timeset"))) nodeTimes++;
      if (n.getColor().getRGB() != 0xFF000000) coloured++;
    }
    double weight = 0;
    for (Edge e : graph.getEdges()) {
      if (e.getLabel() != null) edgeLabels++;
      if (timed(model.getEdgeTable().getColumn("timeset"), e.getAttribute("timeset"))) edgeTimes++;
      weight += e.getWeight();
    }
    StringBuilder types = new StringBuilder();
    columns(types, "node", model.getNodeTable());
    columns(types, "edge", model.getEdgeTable());
    System.out.printf("nodes=%d edges=%d nodeLabels=%d edgeLabels=%d nodeTimes=%d edgeTimes=%d coloured=%d weight=%.0f issues=%d%s%n",
        graph.getNodeCount(), graph.getEdgeCount(), nodeLabels, edgeLabels, nodeTimes, edgeTimes, coloured, weight,
        container.getReport() == null ? 0 : issues(container), types);
    System.exit(0);
  }

  static boolean timed(Column column, Object value) {
    return column != null && value instanceof IntervalSet && !((IntervalSet) value).isEmpty();
  }

  static int issues(Container container) {
    int n = 0;
    for (java.util.Iterator<org.gephi.io.importer.api.Issue> it = container.getReport().getIssues(1000); it.hasNext();) {
      org.gephi.io.importer.api.Issue issue = it.next();
      if (issue.getLevel().ordinal() > 0) {
        System.err.println(issue.getLevel() + " " + issue.getMessage());
        n++;
      }
    }
    return n;
  }

  static void columns(StringBuilder out, String on, org.gephi.graph.api.Table table) {
    Map<String, String> types = new TreeMap<>();
    for (Column c : table) {
      if (!c.isProperty()) types.put(c.getTitle().replace(' ', '_'), c.getTypeClass().getSimpleName());
    }
    types.forEach((title, type) -> out.append(' ').append(on).append('.').append(title).append('=').append(type));
  }
}
