package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A page of Markdown for a terminal: headings, paragraphs, lists, code.
///
/// It knows what the pages in docs use; anything else is shown as the text inside it.
public final class MarkdownText {
  private final Sheet sheet;

  private MarkdownText(Sheet sheet) {
    this.sheet = sheet;
  }

  public static String render(String markdown, Paper paper) {
    var sheet = new Sheet(paper);
    new MarkdownText(sheet).blocks(children(Parser.builder().build().parse(markdown)), 0);
    return sheet.toString();
  }

  private void blocks(List<Node> nodes, int indent) {
    for (Node node : nodes) {
      switch (node) {
        case Heading heading -> heading(heading);
        case FencedCodeBlock code -> code(code, indent);
        case BulletList list -> items(list, indent);
        case OrderedList list -> items(list, indent);
        case Paragraph paragraph -> sheet.blank().paragraph(indent, spans(paragraph, Style.PLAIN));
        default -> blocks(children(node), indent);
      }
    }
  }

  private void heading(Heading heading) {
    if (heading.getLevel() == 1) {
      sheet.paragraph(0, spans(heading, Style.STRONG));
      return;
    }
    List<Span> capitals =
        spans(heading, Style.STRONG).stream()
            .map(span -> span.style().of(span.text().toUpperCase(Locale.ROOT)))
            .toList();
    sheet.blank().paragraph(0, capitals);
  }

  private void code(FencedCodeBlock code, int indent) {
    sheet.blank();
    code.getLiteral().lines().forEach(line -> sheet.verbatim(indent + 4, Style.NAME.of(line)));
  }

  private void items(Node list, int indent) {
    sheet.blank();
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    for (Node item : children(list)) {
      String marker = list instanceof OrderedList ? number++ + "." : "-";
      item((ListItem) item, indent, marker);
    }
  }

  private void item(ListItem item, int indent, String marker) {
    int gutter = marker.length() + 1;
    boolean first = true;
    for (Node node : children(item)) {
      if (first) {
        sheet.labelled(indent + 2, Span.plain(marker), gutter, spans(node, Style.PLAIN));
        first = false;
      } else if (node instanceof Paragraph) {
        sheet.paragraph(indent + 2 + gutter, spans(node, Style.PLAIN));
      } else {
        blocks(List.of(node), indent + 2 + gutter);
      }
    }
  }

  private static List<Span> spans(Node parent, Style style) {
    var spans = new ArrayList<Span>();
    for (Node node : children(parent)) {
      switch (node) {
        case Text text -> spans.add(style.of(text.getLiteral()));
        case Code code -> spans.add(Style.NAME.of(code.getLiteral()));
        case SoftLineBreak _, HardLineBreak _ -> spans.add(Span.plain(" "));
        case StrongEmphasis strong -> spans.addAll(spans(strong, Style.STRONG));
        case Link link -> spans.addAll(spans(link, style));
        default -> spans.addAll(spans(node, style));
      }
    }
    return spans;
  }

  private static List<Node> children(Node parent) {
    var children = new ArrayList<Node>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
