using ZoneFlow.Core.Cases;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>Files a document without acting. Posted: <c>target</c> and the file <c>file</c>.</summary>
/// <param name="Targets">Where it can go: the value is the procedure id, a bar, and the slot.</param>
public sealed record FileForm(string Action, PostTokens Tokens, IReadOnlyList<Option> Targets, Refusal? Refused);
