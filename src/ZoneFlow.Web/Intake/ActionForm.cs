using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Web.Intake;

/// <summary>An action as somebody sent it, by page or by JSON, before it is a signal.</summary>
/// <param name="Files">The files brought with it, already stored and looked into.</param>
public sealed record ActionForm(
    string? Procedure, int Visit, string Action, Typed Inputs, string? Reason, ImmutableArray<string> Attested,
    ImmutableArray<FiledDocument> Files, string? Code)
{
    /// <summary>The signal's body, or what could not be read.</summary>
    public (SignalBody.Act? Body, Refusal? Refusal) ToBody(TransitionRule? transition, Confiding confiding)
    {
        var (inputs, unreadable) = FieldReader.Read(transition?.Ask ?? [], Inputs, confiding);
        return unreadable.IsEmpty
            ? (new SignalBody.Act(Procedure, Visit, Action, inputs, confiding.TakeIfGiven("reason", Reason), Attested, Files), null)
            : (null, new Refusal("inputs-wrong", new Label("所填内容有误。", "Some of what was entered is wrong."), transition?.Source, unreadable));
    }
}
