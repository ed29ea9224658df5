using System.Collections.Immutable;
using System.Globalization;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Simulation;

/// <summary>Does one line of a script in a world, at the instant where its clock stands.</summary>
internal static class Play
{
    /// <returns>What came of it, or null where the line sends nothing.</returns>
    /// <exception cref="FormatException">The line names what is not there, or a value that its field does not take.</exception>
    public static Decision? Take(World world, ScriptStep step) => step switch
    {
        ScriptStep.Open s => world.Send(s.Case, s.Actor, new SignalBody.OpenCase(
            world.Rules.Policy.Revision, s.Kind, s.Number, s.Title, s.Region, Applicants(world, s.Kind, s.Actor, s.With))),
        ScriptStep.Adopt s => world.Send(s.Case, s.Actor, new SignalBody.AdoptCase(
            world.Rules.Policy.Revision, s.Kind, s.Number, s.Title, s.Region,
            [.. s.With.SelectMany(w => w.Roles.Select(r => new Applicant(r.Role, w.Party!.Value)))], s.Standing,
            s.Marks.ToImmutableSortedDictionary(m => m.Key, m => new AdoptedMark(Day(m.Value), Paperwork.Of(s.Paper)), StringComparer.Ordinal), s.Settled)),
        ScriptStep.Correct { What: "standing" } s => world.Send(s.Case, s.Actor, new SignalBody.CorrectStanding(
            s.To, Paperwork.Confide(s.Reason), [Paperwork.Of(s.Paper)])),
        ScriptStep.Correct { What: ['b', 'a', 'n', '/', .. var number] } s => CorrectBan(world, s, number),
        ScriptStep.Correct s => world.Send(s.Case, s.Actor, new SignalBody.CorrectMark(
            s.What, Day(s.To), Paperwork.Confide(s.Reason), [Paperwork.Of(s.Paper)])),
        ScriptStep.Fill s => world.Send(s.Case, s.Actor, new SignalBody.SaveAnswers(FormFiller.Fill(world.Rules.Policy, world.Today, s.Answers))),
        ScriptStep.Roster s => world.Send(s.Case, s.Actor, new SignalBody.FileRoster(s.Name, [.. s.Members.SelectMany(m => RosterFiller.Members(world.Rules.Policy, s.Name, m))])),
        ScriptStep.Do s => Act(world, s),
        ScriptStep.Seat s => Seat(world, s),
        ScriptStep.Score s => Score(world, s),
        ScriptStep.Object s => Object(world, s),
        _ => null,
    };

    private static Decision Act(World world, ScriptStep.Do s)
    {
        Exists(world, s.Case);
        var (state, action) = (world.State(s.Case), s.Actions[0]);
        var procedure = s.Procedure ?? Conduct.Find(world.Rules.Policy, state, action);
        var asked = Conduct.Transition(world.Rules.Policy, state, procedure, action)?.Ask ?? [];
        var inputs = s.Inputs.ToImmutableSortedDictionary(
            i => i.Key,
            i => asked.FirstOrDefault(f => f.Name == i.Key) is { } field ? FormFiller.Value(field, i.Value) : new FieldValue.Text(i.Value[0]),
            StringComparer.Ordinal);
        return Conduct.Do(world, new Deed(s.Case, s.Actor, action)
        {
            Procedure = procedure, Inputs = inputs, Files = s.Files, Attested = s.Attest, Reason = s.Reason,
        });
    }

    // ban/1: its last day, or lifted.
    private static Decision CorrectBan(World world, ScriptStep.Correct s, string text)
    {
        Exists(world, s.Case);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > world.State(s.Case).Bans.Length)
        {
            throw new FormatException($"'{s.Case}' has imposed {world.State(s.Case).Bans.Length} bans; write ban/1 for the first.");
        }

        var was = world.State(s.Case).Bans[number - 1];
        var lifted = s.To == "lifted";
        return world.Send(s.Case, s.Actor, new SignalBody.CorrectBan(
            number, was.Subject, was.First, lifted ? was.Last : Day(s.To), lifted, Paperwork.Confide(s.Reason), [Paperwork.Of(s.Paper)]));
    }

    private static Decision Seat(World world, ScriptStep.Seat s)
    {
        var (panel, _) = Panel(world, s.Case);
        return world.Send(s.Case, s.Actor, new SignalBody.SeatExperts(panel.Id, panel.Visit, s.Experts));
    }

    private static Decision Score(World world, ScriptStep.Score s)
    {
        var (panel, rule) = Panel(world, s.Case);
        return world.Send(s.Case, s.Actor, new SignalBody.GiveScore(panel.Id, panel.Visit, s.Subject.Value, s.Scores, null));
    }

    private static Decision Object(World world, ScriptStep.Object s)
    {
        Exists(world, s.Case);
        var notice = world.State(s.Case).Procedures.FirstOrDefault(p => !p.Entries.IsEmpty)?.Id ?? "";
        Confided? who = s.Name is null ? null : Paperwork.Confide(s.Name);
        return world.Send(s.Case, Actor.Anonymous, new SignalBody.MakeObjection(
            notice, s.Entry.Value, $"R-{s.Line}", who, who, Paperwork.Confide(s.Text), []));
    }

    private static (Procedure Procedure, PanelRule Rule) Panel(World world, CaseId id)
    {
        Exists(world, id);
        foreach (var procedure in world.State(id).Procedures)
        {
            if (world.Rules.Policy.Procedure(procedure.Name).Stage(procedure.Stage) is StageRule.Panel panel)
            {
                return (procedure, panel.Rule);
            }
        }

        throw new FormatException($"No panel sits in '{id}' now.");
    }

    private static void Exists(World world, CaseId id)
    {
        if (!world.Has(id))
        {
            throw new FormatException($"There is no case '{id}'.");
        }
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new FormatException($"'{text}' is no date; write 2018-06-15.");

    // Whoever opens a case applies in the role that opens it; a case that an office opens has no applicant but those named.
    private static ImmutableArray<Applicant> Applicants(World world, string kind, Actor opener, ImmutableArray<Actor> with)
    {
        var pack = world.Rules.Policy;
        var own = pack.Cases.TryGetValue(kind, out var rule) && pack.Roles[rule.OpenedBy].Kind == RoleKind.Applicant ? rule.OpenedBy : null;
        return
        [
            .. opener.Roles.Where(r => r.Role == own).Select(r => new Applicant(r.Role, opener.Party!.Value)),
            .. with.SelectMany(w => w.Roles.Select(r => new Applicant(r.Role, w.Party!.Value))),
        ];
    }
}
