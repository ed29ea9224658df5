using ZoneFlow.Core.Policies;

namespace ZoneFlow.Policies.Linting.Model;

/// <summary>A transition where it stands: in a stage, in every stage (<c>anywhere</c>), or opening its procedure.</summary>
/// <param name="Stage">The stage it fires in; null for an opening, and for an <c>anywhere</c> transition as written.</param>
internal sealed record Site(ProcedureRule Procedure, StageRule? Stage, TransitionRule Rule, string Path, bool Opens)
{
    public bool ByPerson => Rule.On is Trigger.Action or Trigger.AllSigned or Trigger.EachOpposed;

    /// <summary>As a drafter says it: <c>designation.submit</c>.</summary>
    public string Name => $"{Procedure.Name}.{Rule.Word}";

    /// <summary>The names it can use as <c>$name</c> because it asks for them itself.</summary>
    public IEnumerable<string> Asks => Rule.Ask.Select(f => f.Name);
}
