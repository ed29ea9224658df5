using System.Collections.Immutable;

namespace ZoneFlow.Core.Policies;

/// <summary>One way on from a stage: what sets it off, what it asks for, what it does and where it leads.</summary>
/// <param name="By">Who may act; null means the holders of the stage.</param>
/// <param name="Needs">Slots that must have been filed on this visit.</param>
/// <param name="Meets">Criteria groups whose tests must hold.</param>
/// <param name="Judges">Criteria groups that the acting person attests one by one.</param>
/// <param name="Finding">The text's own discretionary word (无故, 视情) that the person finds to apply.</param>
/// <param name="LooksUp">What the shell must bring in on the signal: bans, names, round, members, supported-items.</param>
/// <param name="Settles">Whether it settles the occurrence of the duty that started the procedure.</param>
/// <param name="SecondFactor">Whether the actor must prove a second factor.</param>
/// <param name="AfterDue">Offered only once the stage's due date has passed.</param>
/// <param name="Each">Each role of a joint stage does it once.</param>
public sealed record TransitionRule(
    Trigger On,
    Label Label,
    ActorRule? By,
    ImmutableArray<string> Needs,
    ImmutableArray<string> Meets,
    ImmutableArray<string> Judges,
    bool ReasonRequired,
    string? Finding,
    ImmutableArray<FieldRule> Ask,
    ImmutableArray<string> LooksUp,
    Guard? If,
    bool Settles,
    bool SecondFactor,
    bool AfterDue,
    bool Each,
    ImmutableArray<Step> Do,
    Destination To,
    Source? Source)
{
    public string Word => On.Word;
}
