using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>One line of a script.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="When">When it happens; null where the clock then stands.</param>
public abstract record ScriptStep(int Line, ScriptWhen? When)
{
    /// <summary>Opens a case of the pack; an applicant's party becomes its applicant, together with those named.</summary>
    public sealed record Open(
        int Line, ScriptWhen? When, Actor Actor, string Kind, CaseId Case, string Number, string Title, string? Region,
        ImmutableArray<Actor> With) : ScriptStep(Line, When);

    /// <summary>Takes over a case that began before, each date with the same kind of paper.</summary>
    public sealed record Adopt(
        int Line, ScriptWhen? When, Actor Actor, string Kind, CaseId Case, string Number, string Title, string? Region, ImmutableArray<Actor> With,
        string Standing, ImmutableSortedDictionary<string, string> Marks, string Paper, ImmutableArray<string> Settled) : ScriptStep(Line, When);

    /// <summary>Corrects a date, the standing where <paramref name="What"/> is <c>standing</c>, or a ban's last day where it is <c>ban/1</c>, which <c>lifted</c> lifts.</summary>
    public sealed record Correct(
        int Line, ScriptWhen? When, Actor Actor, CaseId Case, string What, string To, string Paper, string Reason) : ScriptStep(Line, When);

    /// <summary>Fills in the form: the values given, and something plausible in every other required field.</summary>
    public sealed record Fill(
        int Line, ScriptWhen? When, Actor Actor, CaseId Case, ImmutableSortedDictionary<string, ImmutableArray<string>> Answers) : ScriptStep(Line, When);

    /// <summary>Files some members of a roster; each names its own or, with <c>many</c>, so many of one kind: <c>{as: a, many: 70, from: 2024-01-01, sme: yes}</c>.</summary>
    public sealed record Roster(
        int Line, ScriptWhen? When, Actor Actor, CaseId Case, string Name, ImmutableArray<ImmutableSortedDictionary<string, string>> Members) : ScriptStep(Line, When);

    /// <param name="Actions">What is done; the seed draws one where there are several.</param>
    /// <param name="Files">The slots brought along; null brings what the action asks for.</param>
    /// <param name="Attest">The criteria attested; null attests what the action asks for.</param>
    public sealed record Do(
        int Line, ScriptWhen? When, Actor Actor, CaseId Case, ImmutableArray<string> Actions, string? Procedure,
        ImmutableSortedDictionary<string, ImmutableArray<string>> Inputs, ImmutableArray<string>? Files, ImmutableArray<string>? Attest,
        string? Reason) : ScriptStep(Line, When);

    public sealed record Seat(int Line, ScriptWhen? When, Actor Actor, CaseId Case, ImmutableArray<PartyId> Experts) : ScriptStep(Line, When);

    public sealed record Score(
        int Line, ScriptWhen? When, Actor Actor, CaseId Case, CaseId Subject, ImmutableSortedDictionary<string, decimal> Scores) : ScriptStep(Line, When);

    public sealed record Object(int Line, ScriptWhen? When, CaseId Case, CaseId Entry, string Text, string? Name) : ScriptStep(Line, When);

    /// <summary>Moves the clock; what comes due on the way happens.</summary>
    public sealed record Until(int Line, ScriptWhen Then) : ScriptStep(Line, Then);

    /// <summary>Until the instant everybody does by chance what they may, one thing every so often.</summary>
    /// <param name="Pace">The shortest and the longest time between two deeds.</param>
    /// <param name="Except">Actions that nobody takes meanwhile.</param>
    public sealed record ByChance(int Line, DateTimeOffset End, ScriptWhen.After Pace, ImmutableArray<string> Except) : ScriptStep(Line, null);

    /// <summary>What must be so by now.</summary>
    public sealed record Expect(
        int Line, CaseId Case, string? Standing, ImmutableArray<string>? Flags, ImmutableSortedDictionary<string, string> Stages,
        ImmutableSortedDictionary<string, string> Due, ImmutableSortedDictionary<string, string> Marks) : ScriptStep(Line, null);

    /// <summary>The step before must have been refused, by this rule.</summary>
    public sealed record ExpectRefusal(int Line, string Rule) : ScriptStep(Line, null);

    /// <summary>The step with every draw made: one length of time, one action.</summary>
    public ScriptStep Drawn(Chance chance)
    {
        var drawn = When is ScriptWhen.After after ? this with { When = after.Drawn(chance) } : this;
        return drawn is Do { Actions.Length: > 1 } several ? several with { Actions = [chance.Pick(several.Actions)] } : drawn;
    }
}
