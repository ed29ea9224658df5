using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>A ban that the case has imposed, as it stands.</summary>
/// <param name="Number">Which of the case's bans, from 1.</param>
public sealed record BanLine(int Number, Label Label, string Subject, IReadOnlyList<string> Scope, DateOnly First, DateOnly Last, string Article, bool Lifted);
