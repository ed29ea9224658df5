using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>An action that somebody may take on a case as it stands.</summary>
/// <param name="Procedure">The procedure it belongs to; null for an action that opens one.</param>
/// <param name="Opens">The procedure it opens, or null.</param>
/// <param name="Optional">An optional act of the stage, or null.</param>
/// <param name="Transition">What it asks for; for an optional act, a transition that stays.</param>
public sealed record Offer(
    string Action, Label Label, Procedure? Procedure, StageRule? Stage, ProcedureRule? Opens, OptionalAct? Optional, TransitionRule Transition);
