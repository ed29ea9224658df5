using System.Collections.Immutable;
using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Simulation;

namespace ZoneFlow.Policies.Tests.Simulation;

/// <summary>The ways in which what somebody sends can be otherwise than it was: missing, doubled, at a bound, of another kind, out of date.</summary>
internal static class Spoiling
{
    public static ImmutableArray<(string Name, Func<SignalBody, CaseState, IEnumerable<SignalBody>> Of)> Ways { get; } =
    [
        ("missing-input", (body, _) => Each(body, i => [null])),
        ("empty", (body, _) => Each(body, i => [Emptied(i)])),
        ("bounds", (body, _) => Each(body, Near)),
        ("beyond", (body, _) => Each(body, Far)),
        ("other-kind", (body, _) => Each(body, i => [i is FieldValue.Flag ? new FieldValue.Number(1) : new FieldValue.Flag(true), new FieldValue.Text("没有")])),
        ("unknown-input", (body, _) => WithInputs(body, i => i.SetItem("unknown", new FieldValue.Text("甲")))),
        ("visit", (body, _) => Visits(body)),
        ("other-procedure", Procedures),
        ("other-action", (body, state) => body is SignalBody.Act act ? [act with { Action = "unknown" }, act with { Procedure = null }, act with { Procedure = state.Procedures.LastOrDefault()?.Id }] : []),
        ("reason", (body, _) => body is SignalBody.Act act ? [act with { Reason = act.Reason is null ? Paperwork.Confide("事出有因") : null }] : []),
        ("attested", (body, _) => body is SignalBody.Act act ? [act with { Attested = [] }, act with { Attested = [.. act.Attested.Skip(1)] }, act with { Attested = act.Attested.Add("unknown") }] : []),
        ("papers", (body, _) => Papers(body)),
        ("people", People),
        ("scores", (body, _) => Scores(body)),
        ("objection", (body, state) => state.Procedures.SelectMany(p => p.Entries.Select(e => (p, e))).Take(3).SelectMany(n => Objections(n.p.Id, n.e.Key))),
        ("corrected", (_, state) => Corrections(state)),
        ("filed", (_, state) => state.Procedures.Take(3).SelectMany(p => Filings(p))),
        ("opening", (body, _) => Openings(body)),
    ];

    private static IEnumerable<SignalBody> Each(SignalBody body, Func<FieldValue, IEnumerable<FieldValue?>> other) => Inputs(body) is not { } inputs ? [] :
        inputs.SelectMany(i => other(i.Value).SelectMany(o => WithInputs(body, all => o is null ? all.Remove(i.Key) : all.SetItem(i.Key, o))));

    private static ImmutableSortedDictionary<string, FieldValue>? Inputs(SignalBody body) => body switch
    {
        SignalBody.Act act => act.Inputs,
        SignalBody.SaveAnswers saved => saved.Answers,
        SignalBody.FileRoster { Members: [var first, ..] } => first.Values,
        _ => null,
    };

    private static IEnumerable<SignalBody> WithInputs(SignalBody body, Func<ImmutableSortedDictionary<string, FieldValue>, ImmutableSortedDictionary<string, FieldValue>> now) => body switch
    {
        SignalBody.Act act => [act with { Inputs = now(act.Inputs) }],
        SignalBody.SaveAnswers saved => [saved with { Answers = now(saved.Answers) }],
        SignalBody.FileRoster { Members: [var first, ..] } filed => [filed with { Members = [first with { Values = now(first.Values) }] }],
        _ => [],
    };

    private static FieldValue Emptied(FieldValue value) => value switch
    {
        FieldValue.Many => new FieldValue.Many([]),
        FieldValue.Table => new FieldValue.Table([]),
        FieldValue.Measures => new FieldValue.Measures(ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal)),
        FieldValue.Number => new FieldValue.Number(0),
        FieldValue.Flag flag => new FieldValue.Flag(!flag.Value),
        _ => new FieldValue.Text(""),
    };

    private static IEnumerable<FieldValue?> Near(FieldValue value) => value switch
    {
        FieldValue.Number n => [new FieldValue.Number(n.Value + 1), new FieldValue.Number(n.Value - 1), new FieldValue.Number(n.Value + 0.001m)],
        FieldValue.Day d => [new FieldValue.Day(d.Value.AddDays(1)), new FieldValue.Day(d.Value.AddDays(-1)), new FieldValue.Day(d.Value.AddMonths(2))],
        FieldValue.Many m => [new FieldValue.Many([.. m.Values.Reverse()]), new FieldValue.Many([.. m.Values.Skip(1)]), new FieldValue.Many([.. m.Values.Take(1)])],
        FieldValue.Span s => [new FieldValue.Span(new Period(s.Value.Count + 1, s.Value.Unit)), new FieldValue.Span(new Period(Math.Max(1, s.Value.Count - 1), s.Value.Unit))],
        FieldValue.Table t => [new FieldValue.Table([.. t.Rows.Take(1)]), new FieldValue.Table([.. t.Rows.Reverse()]), new FieldValue.Table([.. t.Rows.Select(r => r.SetItem(0, " "))])],
        FieldValue.Measures { Values: { Count: > 0 } all } => [.. all.Take(2).SelectMany(v => Near(v.Value).Append(null), (v, o) => new FieldValue.Measures(o is null ? all.Remove(v.Key) : all.SetItem(v.Key, o)))],
        FieldValue.Text t => [new FieldValue.Text($" {t.Value}"), new FieldValue.Text($"{t.Value}1")],
        _ => [],
    };

    private static IEnumerable<FieldValue?> Far(FieldValue value) => value switch
    {
        FieldValue.Number n => [new FieldValue.Number(-1), new FieldValue.Number(1_000_000_000_000_000), new FieldValue.Number(n.Value * 2), new FieldValue.Number(Math.Floor(n.Value / 2))],
        FieldValue.Day d => [new FieldValue.Day(d.Value.AddYears(20)), new FieldValue.Day(new DateOnly(1949, 9, 30)), new FieldValue.Day(d.Value.AddYears(-1))],
        FieldValue.Many m => [new FieldValue.Many([.. m.Values, .. m.Values]), new FieldValue.Many([.. m.Values, "没有"])],
        FieldValue.Span => [new FieldValue.Span(Period.Parse("1d")), new FieldValue.Span(Period.Parse("20y"))],
        FieldValue.Table t => [new FieldValue.Table([.. t.Rows.Select(r => r.Add("多"))]), new FieldValue.Table([.. Enumerable.Repeat(t.Rows, 300).SelectMany(r => r)])],
        FieldValue.Measures { Values: var all } => [new FieldValue.Measures(all.SetItem("unknown", new FieldValue.Number(1))), new FieldValue.Measures(all.SetItems(all.Keys.Select(k => KeyValuePair.Create(k, (FieldValue)new FieldValue.Number(-1)))))],
        FieldValue.Text => [new FieldValue.Text("没有"), new FieldValue.Text(new string('长', 5_001)), new FieldValue.Text("二\n行")],
        _ => [],
    };

    private static IEnumerable<SignalBody> Visits(SignalBody body) => body switch
    {
        SignalBody.Act act => [act with { Visit = act.Visit + 1 }, act with { Visit = act.Visit - 1 }],
        SignalBody.SeatExperts seat => [seat with { Visit = seat.Visit + 1 }],
        SignalBody.GiveScore score => [score with { Visit = score.Visit - 1 }],
        _ => [],
    };

    private static IEnumerable<SignalBody> Procedures(SignalBody body, CaseState state) => body is not SignalBody.Act act ? [] :
        state.Procedures.Where(p => p.Id != act.Procedure).Select(p => act with { Procedure = p.Id, Visit = p.Visit }).Append(act with { Procedure = "unknown/1" });

    private static IEnumerable<SignalBody> Papers(SignalBody body) => body is not SignalBody.Act act ? [] :
    [
        act with { Documents = [] },
        act with { Documents = [.. act.Documents.Skip(1)] },
        act with { Documents = [.. act.Documents, .. act.Documents.Take(1)] },
        act with { Documents = act.Documents.Add(Paperwork.Of("unknown")) },
        act with { Documents = [.. act.Documents.Select(d => d with { Size = 0 })] },
        act with { Documents = [.. act.Documents.Select(d => d with { MediaType = "text/html" })] },
        act with { Documents = [.. act.Documents.Select(d => d with { Print = "0000" })] },
    ];

    private static IEnumerable<SignalBody> People(SignalBody body, CaseState state)
    {
        var parties = state.Applicants.Select(a => a.Party).Append(new PartyId("nobody")).Take(2).ToList();
        foreach (var procedure in state.Procedures.Take(3))
        {
            yield return new SignalBody.SeatExperts(procedure.Id, procedure.Visit, []);
            yield return new SignalBody.SeatExperts(procedure.Id, procedure.Visit, [parties[0], parties[0], parties[0]]);
            yield return new SignalBody.Recuse(procedure.Id, procedure.Visit, Paperwork.Confide("有关"));
            yield return new SignalBody.HandOver(procedure.Id, procedure.Visit, state.Applicants.Select(a => a.Role).FirstOrDefault() ?? "unknown", parties[0], new PersonId("other"), null);
            yield return new SignalBody.HandOver(procedure.Id, procedure.Visit + 1, "unknown", parties[0], new PersonId("other"), null);
        }

        if (body is SignalBody.SeatExperts seat)
        {
            yield return seat with { Experts = [.. seat.Experts.Skip(1)] };
            yield return seat with { Experts = [.. seat.Experts, seat.Experts[0]] };
            yield return seat with { Experts = seat.Experts.Add(parties[0]) };
            yield return new SignalBody.Recuse(seat.Procedure, seat.Visit, Paperwork.Confide("有关"));
        }
    }

    private static IEnumerable<SignalBody> Scores(SignalBody body) => body is not SignalBody.GiveScore score ? [] :
    [
        score with { Subject = "unknown" },
        score with { Scores = score.Scores.Clear() },
        score with { Scores = score.Scores.SetItem("unknown", 1) },
        .. score.Scores.Keys.Take(2).SelectMany(k => new[] { -1m, 0m, 0.01m, 100m, 100.5m, 101m }.Select(v => score with { Scores = score.Scores.SetItem(k, v) })),
        new SignalBody.Recuse(score.Procedure, score.Visit, Paperwork.Confide("有关")),
    ];

    private static IEnumerable<SignalBody> Objections(string procedure, string entry)
    {
        var sound = new SignalBody.MakeObjection(procedure, entry, "R-1", Paperwork.Confide("张三"), Paperwork.Confide("电话"), Paperwork.Confide("不符合条件"), []);
        return [sound, sound with { Objector = null }, sound with { Contact = null }, sound with { Entry = "unknown" }, sound with { Procedure = "unknown/1" }, sound with { Documents = [Paperwork.Of("unknown")] }];
    }

    private static IEnumerable<SignalBody> Corrections(CaseState state)
    {
        var (why, paper) = (Paperwork.Confide("笔误"), ImmutableArray.Create(Paperwork.Of("correction")));
        foreach (var (name, mark) in state.Marks.Take(4))
        {
            yield return new SignalBody.CorrectMark(name, mark.Date.AddDays(-20), why, paper);
            yield return new SignalBody.CorrectMark(name, mark.Date.AddDays(20), why, paper);
            yield return new SignalBody.CorrectMark(name, mark.Date, why, paper);
            yield return new SignalBody.CorrectMark(name, mark.Date.AddDays(1), why, []);
        }

        yield return new SignalBody.CorrectMark("unknown", new DateOnly(2025, 1, 1), why, paper);
        yield return new SignalBody.CorrectStanding(state.Standing, why, paper);
        yield return new SignalBody.CorrectStanding("unknown", why, paper);
        yield return new SignalBody.CorrectBan(state.Bans.Length + 1, "甲", new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), false, why, paper);
        foreach (var (ban, at) in state.Bans.Select((b, i) => (b, i + 1)).Take(2))
        {
            yield return new SignalBody.CorrectBan(at, ban.Subject, ban.First, ban.Last.AddDays(1), false, why, paper);
            yield return new SignalBody.CorrectBan(at, ban.Subject, ban.Last, ban.First, false, why, paper);
            yield return new SignalBody.CorrectBan(at, "", ban.First, ban.Last, false, why, paper);
            yield return new SignalBody.CorrectBan(at, ban.Subject, ban.First, ban.Last, true, why, paper);
            yield return new SignalBody.CorrectBan(at, ban.Subject, ban.First, ban.Last, ban.Lifted, why, paper);
        }
    }

    private static IEnumerable<SignalBody> Filings(Procedure procedure)
    {
        var slot = procedure.Filed.Select(f => f.Document.Slot).FirstOrDefault() ?? "plan";
        yield return new SignalBody.FileDocument(procedure.Id, procedure.Visit, Paperwork.Of(slot));
        yield return new SignalBody.FileDocument(procedure.Id, procedure.Visit, Paperwork.Of("unknown"));
        yield return new SignalBody.FileDocument(procedure.Id, procedure.Visit - 1, Paperwork.Of(slot));
    }

    private static IEnumerable<SignalBody> Openings(SignalBody body) => body switch
    {
        SignalBody.OpenCase open =>
        [
            open with { Kind = "unknown" }, open with { Region = "没有" }, open with { Region = null }, open with { Title = " " }, open with { Title = new string('长', 500) },
            open with { Applicants = [] }, open with { Applicants = [.. open.Applicants, .. open.Applicants] }, open with { Applicants = open.Applicants.Add(new Applicant("unknown", new PartyId("x"))) },
            open with { Pack = open.Pack with { Hash = "0" } }, open with { Number = "" },
        ],
        SignalBody.AdoptCase adopt =>
        [
            adopt with { Kind = "unknown" }, adopt with { Standing = "unknown" }, adopt with { Marks = adopt.Marks.Clear() }, adopt with { Title = " " }, adopt with { Region = "没有" },
            adopt with { SettledOccurrences = [] }, adopt with { SettledOccurrences = adopt.SettledOccurrences.Add("unknown/1") }, adopt with { Applicants = [] },
            .. adopt.Marks.Select(m => adopt with { Marks = adopt.Marks.Remove(m.Key) }),
            .. adopt.Marks.SelectMany(m => new[] { -400, -1, 1, 4_000 }.Select(d => adopt with { Marks = adopt.Marks.SetItem(m.Key, m.Value with { Date = m.Value.Date.AddDays(d) }) })),
        ],
        _ => [],
    };
}
