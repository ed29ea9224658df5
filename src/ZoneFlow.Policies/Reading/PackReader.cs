using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary>Reads the top-level keys of a pack's files, construct by construct.</summary>
internal static class PackReader
{
    public static Pack Read(IReadOnlyList<YamlNode> roots, string hash, PackContext pack)
    {
        var keys = new PackKeys(roots, pack);
        pack.Norms = ReminderReader.Norms(keys.Optional("norms"), pack);
        pack.Regions = Scalars.Texts(keys.Optional("regions"));
        var marks = pack.Each(keys.All("marks"), Kinds.Mark, "marks", (n, at) => Marks.Read(n, at, pack));
        var procedures = pack.Each(keys.All("procedures"), Kinds.Procedure, "procedures", (n, at) => ProcedureReader.Read(n, at, pack));
        var read = new Pack(
            new PackRevision(Text(keys.Required("pack", pack)), hash),
            keys.Required("title", pack) is { } title && title.MustBeMap() ? Labels.Alone(title) : new Label(""),
            Text(keys.Required("issuer", pack)),
            Effective(keys.Required("effective", pack)),
            ReckoningOf(keys.Required("reckoning", pack)),
            ByName(keys, "roles", Kinds.Role, r => r.Name, (n, at) => RoleReader.Role(n, at, pack), pack),
            pack.Regions,
            ByName(keys, "documents", Kinds.Document, d => d.Slot, RoleReader.Document, pack),
            FormReader.Read(keys.Optional("form"), pack),
            CriterionReader.Read(keys.All("criteria"), pack),
            marks.Select(m => m.Derived).OfType<MarkRule>().ToImmutableSortedDictionary(m => m.Name, m => m, StringComparer.Ordinal),
            ByName(keys, "bans", Kinds.Ban, b => b.Name, (n, at) => OutcomeReader.Ban(n, at, pack), pack),
            ByName(keys, "outcomes", Kinds.Outcome, o => o.Name, (n, at) => OutcomeReader.Outcome(n, at, pack), pack),
            ByName(keys, "cases", Kinds.Case, c => c.Kind, (n, at) => CaseReader.Read(n, at, pack), pack),
            procedures,
            pack.Each(keys.All("duties"), Kinds.Duty, "duties", (n, at) => DutyReader.Read(n, at, procedures, pack)),
            ByName(keys, "letters", Kinds.Letter, l => l.Name, (n, at) => LetterReader.Read(n, at, pack), pack),
            pack.Each(keys.All("items"), Kinds.Item, "items", (n, at) => ItemReader.Item(n, at, pack)),
            pack.Each(keys.All("funds"), Kinds.Fund, "funds", (n, at) => ItemReader.Fund(n, at, pack)),
            Clauses(keys.Optional("clauses"), pack))
        {
            Units = ByName(keys, "units", Kinds.Unit, u => u.Key, (n, at) => ItemReader.Unit(n, at, pack), pack),
            Rosters = pack.Each(keys.All("rosters"), Kinds.Roster, "rosters", (n, at) => RosterReader.Read(n, at, pack)),
            Sheet = SheetReader.Read(keys.Optional("sheet"), pack),
            MarkLabels = marks.ToImmutableSortedDictionary(m => m.Name, m => m.Label, StringComparer.Ordinal),
        };
        return read;
    }

    private static ImmutableSortedDictionary<string, T> ByName<T>(
        PackKeys keys, string key, string kind, Func<T, string> name, Func<string, YamlNode, T> read, PackContext pack) =>
        pack.Each(keys.All(key), kind, key, read).ToImmutableSortedDictionary(name, x => x, StringComparer.Ordinal);

    private static ImmutableArray<ClauseRule> Clauses(YamlNode? list, PackContext pack)
    {
        if (list is null || !list.MustBeList())
        {
            return [];
        }
        var clauses = ImmutableArray.CreateBuilder<ClauseRule>();
        foreach (var node in list.Items.Where(n => n.MustBeMap()))
        {
            clauses.Add(ItemReader.Clause(node, pack));
            pack.Place($"clauses/{clauses.Count}", node);
        }
        return clauses.ToImmutable();
    }

    private static string Text(YamlNode? node) => node is not null && node.MustBeText() ? node.Text : "";

    private static DateOnly Effective(YamlNode? node)
    {
        if (node is null || !node.MustBeMap())
        {
            return default;
        }
        _ = node.Required("date");
        var date = node.OptionalDate("date") ?? default;
        _ = Sources.Of(node);
        node.RefuseUnknownKeys();
        return date;
    }

    private static Reckoning ReckoningOf(YamlNode? node)
    {
        if (node is null || !node.MustBeMap())
        {
            return new Reckoning();
        }
        var reckoning = new Reckoning(
            node.Word("first-day", "not-counted", "counted") == "counted",
            node.Word("roll", "next-working-day", "none") == "none" ? Roll.None : Roll.NextWorkingDay);
        _ = Sources.Of(node);
        node.RefuseUnknownKeys();
        return reckoning;
    }
}
