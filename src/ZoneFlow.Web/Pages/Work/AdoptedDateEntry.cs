using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A date that can be entered, with the paper it stands on.</summary>
public sealed record AdoptedDateEntry(string Mark, Label Label, string Typed, string Slot);
