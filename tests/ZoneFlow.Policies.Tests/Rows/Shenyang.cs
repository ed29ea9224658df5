using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using static ZoneFlow.Policies.Tests.Rows.PlanLife;

namespace ZoneFlow.Policies.Tests.Rows;

/// <summary>Lives under the Shenyang plan, and what every one of its twenty tasks must do.</summary>
internal static class Shenyang
{
    public const string Name = "shenyang-2020";

    public static Actor Centre { get; } = Role("centre");

    public static Actor Finance { get; } = Role("finance");

    public static string[] Districts { get; } =
        ["heping", "shenhe", "dadong", "huanggu", "tiexi", "sujiatun", "hunnan", "shenbei", "yuhong", "liaozhong", "xinmin", "kangping", "faku"];

    public static PlanLife Opened(string on = "2020-10-09") => PlanLife.Opened(Name, on);

    public static PlanLife Activated(this PlanLife life, string ends = "2023-12-31") => life.Does(Leading, "activate", null, Text("ends", ends));

    /// <summary>
    /// One task from its naming to its completion: it is laid on those units and no others, it owes the half-yearly report from
    /// the moment its lead is named, and it is done when its targets are verified and its instruments issued, and not before.
    /// </summary>
    /// <param name="indicators">name ≥ bound unit basis [by date], as written; a narrative one is its name alone.</param>
    public static void Holds(string item, string article, string lead, string responsible, string indicators, string instruments)
    {
        var life = Opened();
        var rule = life.Pack.Item(item)!;
        Assert.Equal((article, lead, responsible), (rule.Source.Article, string.Join(' ', rule.Lead), string.Join(' ', rule.Responsible)));
        Assert.Equal(indicators, string.Join("; ", rule.Indicators.Select(Written)));
        Assert.Equal(instruments, string.Join(' ', rule.Instruments.Select(i => i.Label.Zh)));

        if (lead.Length == 0)
        {
            Assert.Equal("blocked", life.State.Item(item)!.State);
            life.Names(item, "heping");
        }

        life.Activated().Until("2021-01-04");
        var round = life.Owed("progress/2021-1")!;
        Assert.Contains(item, round.Owing);
        Assert.Equal(Day("2021-02-01"), round.Due.Last); // 2021-01-31 is a Sunday.

        var leads = lead.Length == 0 ? ["heping"] : lead.Split(' ');
        var sharing = responsible.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(u => u == "districts" ? Districts : [u]).Except(leads).ToList();
        var told = life.Mails(TellKind.Task, "progress/2021-1").Where(m => m.Values["items"].Contains(rule.Label.Zh, StringComparison.Ordinal));
        Assert.Equal(leads.Order(), told.Select(m => m.To.Region!).Order());
        Assert.All(leads.Concat(sharing), u => Assert.Contains(May.ItemsOf(life.Pack, life.State, Unit(u)), i => i.Key == item));
        foreach (var stranger in life.Pack.Units.Values.Where(u => !u.IsGroup).Select(u => u.Key).Except(leads).Except(sharing))
        {
            Assert.DoesNotContain(May.ItemsOf(life.Pack, life.State, Unit(stranger)), i => i.Key == item);
            Assert.Equal("not-yours", life.Refused(Unit(stranger), "contribute", $"progress/2021-1.{item}").Rule);
        }

        if (sharing.Count > 0)
        {
            Assert.Equal("not-yours", life.Refused(Unit(sharing[0]), "report", $"progress/2021-1.{item}", life.Values(item)).Rule);
            life.Does(Unit(sharing[0]), "contribute", $"progress/2021-1.{item}");
        }

        Completes(life, rule, Unit(leads[0]));
    }

    private static void Completes(PlanLife life, ItemRule rule, Actor lead)
    {
        var numbers = rule.Indicators.Where(i => i.Target is not null).ToList();
        life.Reported(rule.Key, "2021-1", lead, Centre, [.. numbers.Select(i => (i.Name, i.Target!.Bound - 1))]);
        foreach (var instrument in rule.Instruments)
        {
            Asks(life, rule, lead);
            Assert.Equal("guard", life.Refused(Centre, "accept", Completion(life, rule)).Rule);
            life.Does(Centre, "reject", Completion(life, rule));
            life.Does(lead, "submit-instrument", null, Text("item", rule.Key), Text("instrument", instrument.Name), Date("dated", "2021-01-04"))
                .Does(Centre, "confirm", life.State.Procedures.Last(p => p.Name == "instrument").Id);
            Assert.Contains(instrument.Name, life.State.Item(rule.Key)!.Issued);
        }

        if (numbers.Count > 0)
        {
            Asks(life, rule, lead);
            Assert.Equal("guard", life.Refused(Centre, "accept", Completion(life, rule)).Rule);
            life.Does(Centre, "reject", Completion(life, rule)).Until("2021-07-01")
                .Reported(rule.Key, "2021-2", lead, Centre, [.. numbers.Select(i => (i.Name, i.Target!.Bound))]);
        }

        Asks(life, rule, lead);
        if (numbers.Any(i => i.Grows))
        {
            Assert.Contains("基数尚未确认", life.Refused(Centre, "accept", Completion(life, rule)).Message.Zh, StringComparison.Ordinal);
            return;
        }

        life.Does(Centre, "accept", Completion(life, rule));
        Assert.Equal("done", life.State.Item(rule.Key)!.State);
        life.Until("2022-01-04");
        Assert.DoesNotContain(rule.Key, life.Owed("progress/2022-1")?.Owing ?? []);
    }

    private static void Asks(PlanLife life, ItemRule rule, Actor lead) => life.Does(lead, "request-completion", null, Text("item", rule.Key));

    private static string Completion(PlanLife life, ItemRule rule) =>
        life.State.Procedures.Last(p => p.Name == "completion" && p.With["item"] == rule.Key).Id;

    private static string Written(IndicatorRule i) => i.Target is not { } t
        ? i.Name
        : string.Create(CultureInfo.InvariantCulture, $"{i.Name} ≥ {t.Bound:0.##}{i.Unit} {i.Basis}{(i.Baseline is { } year ? $" from {year}" : "")}{(t.Due is { } due ? $" by {due:yyyy-MM-dd}" : "")}{(i.Targets.Length > 1 ? " restated" : "")}");
}
