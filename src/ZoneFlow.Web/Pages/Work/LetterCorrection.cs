using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A value of a letter that a correction may put right, as it stands or as it was typed.</summary>
public sealed record LetterCorrection(string Name, Label Label, string Value);
