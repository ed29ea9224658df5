using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A duty, and the periods of it that are settled already.</summary>
/// <param name="Once">Whether it is owed once and has no period.</param>
public sealed record SettledEntry(string Duty, Label Label, bool Once, string Typed);
