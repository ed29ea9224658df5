using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Tests.Plans;

/// <summary>What holds of every ledger, whatever was entered.</summary>
public sealed class PlanLedgerPropertyTests
{
    /// <summary>The share in fen and the bound in hundredths of a percent, as whole numbers: no rounding anywhere.</summary>
    [Fact]
    public void Share_IsMetExactlyWhereTheRationalIs() => Holds<(ulong Part, ulong Whole, ushort Bound)>(2000, given =>
    {
        var (p, w, b) = (given.Part % 100_000_000_000_000, given.Whole % 100_000_000_000_000, given.Bound % 10_001);
        var rule = new FundRule("f", new Label("比例"), "part", "whole", b / 10_000m, [], "close", null, Source.Of("三"));
        return rule.IsMet(p / 100m, w / 100m) == (w == 0 || new BigInteger(p) * 10_000 >= new BigInteger(w) * b);
    });

    /// <summary>One fen short of the bound is short.</summary>
    [Fact]
    public void Share_OneFenShort_IsNeverMet() => Holds<ulong>(1000, given =>
    {
        var w = (given % 40_000_000_000_000) + 1;
        var least = ((BigInteger)w * 2 + 4) / 5;
        var rule = new FundRule("f", new Label("比例"), "part", "whole", 0.4m, [], "close", null, Source.Of("三"));
        return rule.IsMet((decimal)least / 100m, w / 100m) && !rule.IsMet(((decimal)least - 1) / 100m, w / 100m);
    });

    [Fact]
    public void Balance_IsWhatItsEntriesComeTo() => Holds<NonEmptyArray<(byte Kind, uint Fen, byte Reverses)>>(500, entries =>
    {
        var (book, expected) = (PlanBook.Empty, 0m);
        foreach (var (entry, i) in entries.Get.Select((e, i) => (e, i)))
        {
            var target = entry.Kind % 4 == 3 && !book.Funds.IsEmpty ? book.Funds[entry.Reverses % book.Funds.Length] : null;
            if (target is { Reverses: null, ReversedBy: null })
            {
                book = book.With([Line(i, new Change.FundsReversed("p", target.Id, target.As, target.On, target.Amounts))]);
                expected -= Signed(target.As, target.Amounts["a"]);
            }
            else
            {
                var (what, amount) = (What(entry.Kind), entry.Fen / 100m);
                book = book.With([Line(i, new Change.FundsRecorded("p", what, new DateOnly(2025, 1, 1), Amounts(amount)))]);
                expected += Signed(what, amount);
            }
        }

        var sums = book.Sums();
        decimal Sum(string what) => sums.Where(s => s.As == what).Sum(s => s.Amount);
        return book.Balance("a") == expected && expected == Sum("budget") - Sum("payment");
    });

    /// <summary>A book read in two halves is the book read at once: what is committed later adds to what stands, and nothing else.</summary>
    [Fact]
    public void Book_ReadInTwoHalves_IsTheSame() => Holds<NonEmptyArray<(byte Kind, uint Fen, byte At)>>(300, entries =>
    {
        var lines = entries.Get.Select((e, i) => Line(i, e.Kind % 2 == 0
            ? new Change.ValuesFiled("p", $"t{e.Kind % 3}", $"{e.At % 4}", new DateOnly(2025, 1, 1).AddDays(e.At), ImmutableSortedDictionary<string, FieldValue>.Empty.Add("i", new FieldValue.Number(e.Fen)))
            : new Change.ValuesVerified("p", $"t{e.Kind % 3}", $"{e.At % 4}"))).ToList();
        var half = lines.Count / 2;
        return PlanBook.Of(lines).Values.SequenceEqual(PlanBook.Of(lines.Take(half)).With(lines.Skip(half)).Values);
    });

    [Fact]
    public void PlanTable_WrittenAndRead_IsTheSamePlan() => Holds<NonEmptyArray<(byte Basis, uint Target, byte Due, bool AtMost)>>(300, given =>
    {
        var clauses = given.Get.Select((g, i) =>
        {
            var basis = (IndicatorBasis)(g.Basis % 6);
            var grows = basis is IndicatorBasis.Growth or IndicatorBasis.YearlyAverageGrowth;
            return new PlanClause(
                PlanClauseKind.Indicator, "", $"指标{i}", "家", basis, grows ? 2020 + (g.Due % 5) : null, grows ? 1 + g.Target : null, g.AtMost && basis != IndicatorBasis.Narrative,
                basis == IndicatorBasis.Narrative ? null : g.Target / 100m, g.Due % 2 == 0 ? null : new DateOnly(2026, 12, 31), null, null);
        }).ToList();

        var (read, wrong) = PlanTable.Read([.. clauses.Select(PlanTable.Row)], [], null);
        return wrong.IsEmpty && read.SequenceEqual(clauses);
    });

    private static void Holds<T>(int tests, Func<T, bool> property) =>
        Prop.ForAll(ArbMap.Default.ArbFor<T>(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static string What(byte kind) => (kind % 4) switch { 0 => "budget", 1 => "payment", _ => "recovery" };

    private static decimal Signed(string what, decimal amount) => what == "payment" ? -amount : amount;

    private static LedgerLine Line(int at, Change change) => new(at + 1, 0, DateTimeOffset.UnixEpoch.AddMinutes(at), new PartyId("p"), change);

    private static ImmutableSortedDictionary<string, decimal> Amounts(decimal amount) => ImmutableSortedDictionary<string, decimal>.Empty.Add("a", amount);
}
