using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>sheet:</c> how the application form is printed: a cover and tables, in the annex's layout.</summary>
internal static class SheetReader
{
    private const int MostColumns = 24;

    public static SheetRule? Read(YamlNode? node, PackContext pack)
    {
        if (node is null || !node.MustBeMap())
        {
            return null;
        }
        var sheet = new SheetRule(
            pack.Name(node, "document", Kinds.Document), Scalars.Texts(node.Required("title")),
            [.. node.OptionalList("cover").Where(n => n.MustBeMap()).Select(n => Line(n, pack))], node.OptionalText("foot"),
            [.. node.RequiredList("parts").Where(n => n.MustBeMap()).Select(n => Part(n, pack))], Sources.Of(node));
        node.RefuseUnknownKeys();
        return sheet;
    }

    private static SheetLine Line(YamlNode node, PackContext pack)
    {
        var line = new SheetLine(node.RequiredText("label") ?? "", Fields(node, "text", pack), node.OptionalText("after"), node.Flag("beside"));
        node.RefuseUnknownKeys();
        return line;
    }

    private static SheetPart Part(YamlNode node, PackContext pack)
    {
        var columns = node.Whole("columns", MostColumns);
        if (columns is < 1 or > MostColumns)
        {
            node.Report($"{node.Path} is 1 to {MostColumns} columns wide.");
        }
        var part = new SheetPart(node.OptionalText("heading"), columns, [.. node.RequiredList("rows").Select(n => Row(n, pack))]);
        node.RefuseUnknownKeys();
        return part;
    }

    private static SheetRow Row(YamlNode node, PackContext pack)
    {
        if (node.IsList)
        {
            return new SheetRow.Cells([.. node.Items.Where(n => n.MustBeMap()).Select(n => Cell(n, pack))]);
        }
        var row = new SheetRow.Entries(
            pack.Name(node, "entries", Kinds.Field), node.OptionalMap("beside") is { } beside ? Cell(beside, pack) : null, Widths(node), node.Whole("least", 1));
        node.RefuseUnknownKeys();
        return row;
    }

    private static ImmutableArray<int> Widths(YamlNode node) =>
        [.. Scalars.Texts(node.Required("wide")).Select(t => int.TryParse(t, out var wide) && wide is > 0 and <= MostColumns ? wide : Bad(node))];

    private static int Bad(YamlNode node)
    {
        node.Report($"{node.Path}.wide must be whole numbers from 1 to {MostColumns}.");
        return 1;
    }

    private static SheetCell Cell(YamlNode node, PackContext pack)
    {
        var cell = new SheetCell(
            Fields(node, "text", pack), pack.OptionalName(node, "choices", Kinds.Field), pack.OptionalName(node, "note", Kinds.Field),
            node.Whole("wide", 1), node.Whole("tall", 1), node.Whole("lines", 1), node.Flag("sealed"));
        node.RefuseUnknownKeys();
        return cell;
    }

    // A field in braces is a name used like any other: one that the form does not ask is a problem at its line.
    private static string Fields(YamlNode node, string key, PackContext pack)
    {
        if (node.Optional(key) is not { IsScalar: true } at)
        {
            return "";
        }
        foreach (var field in LetterRule.PlaceholdersIn(at.Text))
        {
            pack.Names.Use(Kinds.Field, field, at);
        }
        return at.Text;
    }
}
