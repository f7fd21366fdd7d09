using System.Globalization;
using System.Text;
using ZonaIntegritas.Web.Features.Reporting.Rendering.Marks;

namespace ZonaIntegritas.Web.Features.Reporting.Rendering;

/// <summary>The reader's side panel as PDF objects: a root, then one linked entry per heading.</summary>
public static class OutlineObjects
{
    /// <summary>Object bodies numbered from <paramref name="firstNumber"/> on; none without bookmarks.</summary>
    public static IReadOnlyList<string> Build(IReadOnlyList<Bookmark> bookmarks, int firstNumber)
    {
        if (bookmarks.Count == 0)
            return [];
        var root = new Node(firstNumber, null, null, 0);
        var nodes = new List<Node> { root };
        var path = new Stack<(int Level, Node Node)>([(0, root)]);
        foreach (var bookmark in bookmarks)
        {
            while (path.Peek().Level >= bookmark.Level)
                path.Pop();
            var parent = path.Peek().Node;
            var node = new Node(firstNumber + nodes.Count, bookmark, parent, parent.Children.Count);
            parent.Children.Add(node);
            nodes.Add(node);
            path.Push((bookmark.Level, node));
        }
        return [.. nodes.Select(node => node.Write())];
    }

    private sealed class Node(int number, Bookmark? bookmark, Node? parent, int place)
    {
        private int Number { get; } = number;

        public List<Node> Children { get; } = [];

        public string Write()
        {
            var text = new StringBuilder("<<");
            if (bookmark is null)
                text.Append("/Type /Outlines");
            else
                text.Append(CultureInfo.InvariantCulture, $"/Title {PdfText.Encode(bookmark.Text)}\n/Dest /{bookmark.Destination}");
            AppendLinks(text);
            return text.Append(">>").ToString();
        }

        private void AppendLinks(StringBuilder text)
        {
            if (parent is not null)
            {
                AppendLink(text, "Parent", parent);
                AppendLink(text, "Prev", place > 0 ? parent.Children[place - 1] : null);
                AppendLink(text, "Next", place < parent.Children.Count - 1 ? parent.Children[place + 1] : null);
            }
            AppendLink(text, "First", Children.FirstOrDefault());
            AppendLink(text, "Last", Children.LastOrDefault());
            if (Children.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"\n/Count {CountBelow()}");
        }

        // A positive count means that the branch is shown open.
        private int CountBelow() => Children.Sum(child => 1 + child.CountBelow());

        private static void AppendLink(StringBuilder text, string name, Node? target)
        {
            if (target is not null)
                text.Append(CultureInfo.InvariantCulture, $"\n/{name} {target.Number} 0 R");
        }
    }
}
