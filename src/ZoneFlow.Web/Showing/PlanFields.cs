using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Intake;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Showing;

/// <summary>The inputs of a plan, with what can be chosen and what is known already: units, indicators, instruments, lines, entries of the funds.</summary>
public sealed class PlanFields(LookUps lookUps, OwedReports reports)
{
    /// <summary>The input as it is to be shown; null where it is no plan's.</summary>
    /// <param name="typed">What was posted before a refusal, by the input's own name; what an import brought stands here too.</param>
    public async Task<FieldEntry?> OfAsync(AtWork at, Offer offer, FieldRule rule, Typed typed, CancellationToken cancellationToken)
    {
        var posted = $"input.{rule.Name}";
        switch (rule.Type)
        {
            case FieldType.Units type:
                IReadOnlyList<string> preset = typed.Has(rule.Name) || typed.Values.Count > 0 ? [.. typed.All(rule.Name)] : [.. type.Preset];
                return new FieldEntry(rule, posted, Units(at.Pack, type), preset, []);
            case FieldType.Item { State: { } state }:
                return new FieldEntry(
                    rule, posted, [.. May.ItemsOf(at.Pack, at.State, at.Actor).Where(i => i.State == state).Select(i => new Option(i.Key, new Label(i.Title)))],
                    [.. typed.All(rule.Name)], []);
            case FieldType.Instrument:
                return new FieldEntry(rule, posted, Instruments(at, offer), [.. typed.All(rule.Name)], []);
            case FieldType.Indicators type:
                var indicators = await IndicatorsAsync(at, offer, type, cancellationToken);
                return typed.Values.Count == 0 && !type.Baseline && offer.Procedure is { } procedure
                    ? new FieldEntry(rule, posted, indicators, [], [.. (await reports.WaitingAsync(at.State.Id, procedure.Id, cancellationToken)).Select(w => (IReadOnlyList<string>)[w.Key, w.Value])])
                    : TypedFields.Of(rule, posted, indicators, typed);
            case FieldType.FundEntry:
                var funds = (await lookUps.BookAsync(at.State.Id, cancellationToken)).Funds.Where(f => f is { Reverses: null, ReversedBy: null });
                return new FieldEntry(rule, posted, [.. funds.Reverse().Select(f => new Option(f.Id, PlanWords.Fund(at.Pack, f)))], [.. typed.All(rule.Name)], []);
            case FieldType.Plan when typed.Values.Count == 0:
                var version = (await lookUps.BookAsync(at.State.Id, cancellationToken)).VersionOn(at.Today)
                    ?? (at.Pack.Cases[at.State.Kind].PackItems is null ? null : PlanVersion.OfPack(at.Pack, at.State.StandingSince));
                return new FieldEntry(rule, posted, [], [], [.. (version?.Lines ?? []).Select(l => (IReadOnlyList<string>)[.. PlanTable.Row(l)])]);
            case FieldType.Plan:
                return TypedFields.Of(rule, posted, [], typed);
            default:
                return null;
        }
    }

    private static IReadOnlyList<Option> Units(Pack pack, FieldType.Units type) =>
    [
        .. pack.Units.Values.Where(u => !u.IsGroup && (type.Of is null || pack.Units[type.Of].Of.Contains(u.Key))).Select(u => new Option(u.Key, u.Label)),
    ];

    // An action that opens a procedure names its task in the same form, so every task that the reader leads is offered.
    private static IEnumerable<Item> Items(AtWork at, Offer offer) => offer.Procedure?.With.GetValueOrDefault("item") is { } item
        ? at.State.Items.Where(i => i.Key == item)
        : May.ItemsOf(at.Pack, at.State, at.Actor);

    private static IReadOnlyList<Option> Instruments(AtWork at, Offer offer) =>
    [
        .. Items(at, offer).SelectMany(i => (at.Pack.Item(i.Key)?.Instruments ?? []).Where(r => !i.Issued.Contains(r.Name))
            .Select(r => new Option(r.Name, r.Label, new Label(i.Title)))),
    ];

    private async Task<IReadOnlyList<Option>> IndicatorsAsync(AtWork at, Offer offer, FieldType.Indicators type, CancellationToken cancellationToken)
    {
        var version = at.State.Plan is null ? null : (await lookUps.BookAsync(at.State.Id, cancellationToken)).VersionOn(at.Today);
        var ofPack = at.Pack.Cases[at.State.Kind].PackItems is not null;
        var items = ofPack ? Items(at, offer).Select(i => i.Key) : [""];
        return
        [
            .. items.SelectMany(item => PlanVersion.Indicators(at.Pack, version, item)).Where(i => !type.Baseline || i.Grows).DistinctBy(i => i.Name)
                .Select(i => new Option(i.Name, i.Label, Note(i, type.Baseline))),
        ];
    }

    private static Label Note(IndicatorRule rule, bool baseline)
    {
        var unit = rule.Grows ? "" : rule.Unit ?? "";
        return baseline ? new Label($"{rule.Baseline}年的数量", $"the amount of {rule.Baseline}") : rule.Basis switch
        {
            IndicatorBasis.Stock => new Label($"期末存量{Of(unit)}", "level at the end"),
            IndicatorBasis.Flow => new Label($"本期数量{Of(unit)}", "amount of the period"),
            IndicatorBasis.Cumulative => new Label($"累计{Of(unit)}", "running total"),
            IndicatorBasis.Narrative => new Label("文字说明", "in words"),
            _ => new Label("本期数量（系统据以计算增幅）", "amount of the period; growth is worked out"),
        };
    }

    private static string Of(string unit) => unit.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"（{unit}）");
}
