using System.Collections.Immutable;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>A plan's ledger read whole: its versions, values, funds and instruments. The fold of its lines, in their order.</summary>
public sealed record PlanBook(
    ImmutableArray<PlanVersion> Versions, ImmutableArray<LedgerValue> Values, ImmutableArray<FundEntry> Funds,
    ImmutableArray<(string Procedure, int Version, DateTimeOffset At)> Judged, ImmutableSortedDictionary<string, ImmutableArray<PlanClause>> Drafts)
{
    public static PlanBook Empty { get; } = new([], [], [], [], ImmutableSortedDictionary<string, ImmutableArray<PlanClause>>.Empty);

    public static PlanBook Of(IEnumerable<LedgerLine> lines) => Empty.With(lines);

    /// <summary>The book with more lines after those it has.</summary>
    public PlanBook With(IEnumerable<LedgerLine> lines) => lines.Aggregate(this, (book, line) => book.With(line));

    /// <summary>The version in force on a day, or null.</summary>
    public PlanVersion? VersionOn(DateOnly day) => Versions.LastOrDefault(v => v.Since <= day);

    public IEnumerable<MeasuredValue> Measured => Values.Select(v => v.Value);

    /// <summary>The sums of every kind of amount by year; what was recovered no longer counts as paid.</summary>
    public ImmutableArray<FundSum> Sums() =>
    [
        .. Funds.SelectMany(f => f.Amounts.SelectMany(a => Counted(f, a.Value).Select(c => (c.As, f.On.Year, a.Key, c.Amount))))
            .GroupBy(a => (a.As, a.Year, a.Key)).Select(g => new FundSum(g.Key.As, g.Key.Year, g.Key.Key, g.Sum(a => a.Amount)))
            .OrderBy(s => s.Year).ThenBy(s => s.As, StringComparer.Ordinal).ThenBy(s => s.Field, StringComparer.Ordinal),
    ];

    /// <summary>What has been appropriated of an amount and not been paid, recoveries included.</summary>
    public decimal Balance(string field) => Funds.Sum(f => f.Effect(field));

    private static IEnumerable<(string As, decimal Amount)> Counted(FundEntry entry, decimal amount)
    {
        var signed = entry.Reverses is null ? amount : -amount;
        yield return (entry.As, signed);
        if (entry.As == Step.RecordFunds.Recovery)
        {
            yield return (Step.RecordFunds.Payment, -signed);
        }
    }

    private PlanBook With(LedgerLine line) => line.Change switch
    {
        Change.PlanDrafted c => this with { Drafts = Drafts.SetItem(c.Procedure, c.Lines) },
        Change.PlanAdopted c => this with { Versions = Versions.Add(Adopted(c)) },
        Change.PlanJudged c => this with { Judged = Judged.Add((c.Procedure, c.Version, line.At)) },
        Change.ValuesFiled c => c.Values.Aggregate(this, (book, v) => book.With(line, c, v.Key, v.Value)),
        Change.ValuesVerified c => this with
        {
            Values =
            [
                .. Values.Select(v => v.Value.Item == c.Item && v.Value.Period == c.Period && !v.Value.Verified
                    ? v with { Value = v.Value with { Verified = true }, ConfirmedBy = line.By, ConfirmedAt = line.At }
                    : v),
            ],
        },
        Change.FundsRecorded c => this with { Funds = Funds.Add(new FundEntry(line.Id, c.As, c.On, c.Amounts, line.By, line.At, null, null)) },
        Change.FundsReversed c => this with
        {
            Funds =
            [
                .. Funds.Select(f => f.Id == c.Entry ? f with { ReversedBy = line.Id } : f),
                new FundEntry(line.Id, c.As, c.On, c.Amounts, line.By, line.At, c.Entry, null),
            ],
        },
        _ => this,
    };

    // A version that came as a paper alone goes on with the lines of the one before it.
    private PlanVersion Adopted(Change.PlanAdopted c) => new(
        c.Version, c.On, c.Document,
        c.Procedure is { } procedure && Drafts.TryGetValue(procedure, out var drafted) ? drafted : Versions.IsEmpty ? [] : Versions[^1].Lines);

    private PlanBook With(LedgerLine line, Change.ValuesFiled c, string indicator, FieldValue given)
    {
        var now = new LedgerValue(
            new MeasuredValue(c.Item, indicator, c.Period, c.AsOf, (given as FieldValue.Number)?.Value, false), (given as FieldValue.Text)?.Value, c.Procedure,
            line.By, line.At, null, null, c.Plan, c.Late);
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i].Value is var v && v.Item == c.Item && v.Indicator == indicator && v.Period == c.Period)
            {
                // Filed again after a return: whether it was in time was settled when it first came.
                return this with { Values = Values.SetItem(i, now with { Late = Values[i].Late }) };
            }
        }

        return this with { Values = Values.Add(now) };
    }
}
