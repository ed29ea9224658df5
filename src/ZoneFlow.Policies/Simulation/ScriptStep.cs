using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Policies.Simulation;

/// <summary>One line of a script.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="At">When it happens; null where the clock then stands.</param>
public abstract record ScriptStep(int Line, DateTimeOffset? At)
{
    /// <summary>Opens a case of the pack; an applicant's party becomes its applicant.</summary>
    public sealed record Open(
        int Line, DateTimeOffset? At, Actor Actor, string Kind, CaseId Case, string Number, string Title, string? Region) : ScriptStep(Line, At);

    /// <summary>Fills in the form: the values given, and something plausible in every other required field.</summary>
    public sealed record Fill(
        int Line, DateTimeOffset? At, Actor Actor, CaseId Case, ImmutableSortedDictionary<string, ImmutableArray<string>> Answers) : ScriptStep(Line, At);

    /// <param name="Files">The slots brought along; null brings what the action asks for.</param>
    /// <param name="Attest">The criteria attested; null attests what the action asks for.</param>
    public sealed record Do(
        int Line, DateTimeOffset? At, Actor Actor, CaseId Case, string Action, string? Procedure,
        ImmutableSortedDictionary<string, ImmutableArray<string>> Inputs, ImmutableArray<string>? Files, ImmutableArray<string>? Attest,
        string? Reason) : ScriptStep(Line, At);

    public sealed record Seat(int Line, DateTimeOffset? At, Actor Actor, CaseId Case, ImmutableArray<PartyId> Experts) : ScriptStep(Line, At);

    public sealed record Score(int Line, DateTimeOffset? At, Actor Actor, CaseId Case, CaseId Subject, ImmutableSortedDictionary<string, decimal> Scores) : ScriptStep(Line, At);

    public sealed record Object(int Line, DateTimeOffset? At, CaseId Case, CaseId Entry, string Text, string? Name) : ScriptStep(Line, At);

    /// <summary>Moves the clock; what comes due on the way happens.</summary>
    public sealed record Until(int Line, DateTimeOffset Instant) : ScriptStep(Line, Instant);

    /// <summary>What must be so by now.</summary>
    public sealed record Expect(
        int Line, CaseId Case, string? Standing, ImmutableArray<string>? Flags, ImmutableSortedDictionary<string, string> Stages,
        ImmutableSortedDictionary<string, string> Due, ImmutableSortedDictionary<string, string> Marks) : ScriptStep(Line, null);

    /// <summary>The step before must have been refused, by this rule.</summary>
    public sealed record ExpectRefusal(int Line, string Rule) : ScriptStep(Line, null);
}
