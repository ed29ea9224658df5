using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>A field of the form or an input of an action: its <c>type</c> and the keys that go with it.</summary>
internal static class FieldReader
{
    private const string Types =
        "text, whole, number, money, yes-no, date, choice, several, period, table, party, items, item, case, indicators, units, instrument, plan, fund-entry";

    public static FieldRule Read(string name, YamlNode node, string? section, Source? inherited, PackContext pack, string caseKind) => new(
        name,
        Labels.Of(node),
        Type(node, inherited, pack, caseKind),
        !node.Flag("optional"),
        section,
        node.Flag("private"),
        node.Flag("unique"),
        node.Flag("kept"),
        Sources.Of(node, inherited));

    private static FieldType Type(YamlNode node, Source? inherited, PackContext pack, string caseKind)
    {
        switch (node.RequiredText("type"))
        {
            case "text":
                return new FieldType.Text(node.Whole("longest"));
            case "whole":
                return new FieldType.Whole(node.Whole("least", 0), node.Whole("most", int.MaxValue));
            case "number":
                return new FieldType.Number(node.Number("least", 0), node.Number("most", 1_000_000_000_000), node.OptionalText("unit"));
            case "money":
                return new FieldType.Money();
            case "yes-no":
                return new FieldType.YesNo();
            case "date":
                return new FieldType.Date(node.Says("not-after", "today"), NotBefore(node, pack));
            case "choice":
                return new FieldType.Choice(Options(node, pack));
            case "several":
                return new FieldType.Several(Options(node, pack));
            case "period":
                return new FieldType.Span(
                    node.Period("least"), node.Period("most"), node.Period("preset"), node.Word("outside", "refuse", "reason") == "reason");
            case "table":
                return Table(node, inherited, pack, caseKind);
            case "party":
                return new FieldType.Party(pack.Name(node, "role", Kinds.Role));
            case "items":
                return new FieldType.Items(
                    pack.Name(node, "state", Kinds.ItemState(caseKind)), node.Flag("ranked"), node.OptionalText("at-most"));
            case "item":
                return new FieldType.Item(pack.OptionalName(node, "state", Kinds.ItemState(caseKind)));
            case "units":
                return new FieldType.Units(pack.OptionalName(node, "of", Kinds.Unit), pack.NamesIn(node, "preset", Kinds.Unit));
            case "plan":
                return new FieldType.Plan();
            case "fund-entry":
                return new FieldType.FundEntry(pack.OptionalName(node, "not-before", Kinds.Mark));
            case "instrument":
                return new FieldType.Instrument();
            case "case":
                var kind = pack.Name(node, "kind", Kinds.Case);
                return new FieldType.Case(kind, pack.NamesIn(node, "standing", Kinds.Standing(kind)));
            case "indicators":
                return new FieldType.Indicators(node.Says("of", "baseline"));
            case { } other:
                node.Optional("type")!.Report($"There is no type '{other}'; there are: {Types}.");
                break;
        }
        return new FieldType.YesNo();
    }

    private static string? NotBefore(YamlNode node, PackContext pack) =>
        node.Optional("not-before") is { IsScalar: true, Text: "today" } ? "today" : pack.OptionalName(node, "not-before", Kinds.Mark);

    /// <summary>A list of choices, or <c>regions</c> for the pack's own.</summary>
    private static ImmutableArray<string> Options(YamlNode node, PackContext pack)
    {
        if (node.Required("of") is not { } of)
        {
            return [];
        }
        return of is { IsScalar: true, Text: "regions" } ? pack.Regions : of.MustBeList() ? Scalars.Texts(of) : [];
    }

    private static FieldType.Table Table(YamlNode node, Source? inherited, PackContext pack, string caseKind)
    {
        var source = Sources.Own(node) ?? inherited;
        var columns = ImmutableArray.CreateBuilder<FieldRule>();
        foreach (var (name, _, column) in node.RequiredMap("columns")?.Entries ?? [])
        {
            if (column.MustBeMap())
            {
                columns.Add(Read(name, column, null, source, pack, caseKind));
                column.RefuseUnknownKeys();
            }
        }
        return new FieldType.Table(columns.ToImmutable(), node.Whole("rows"));
    }
}
