using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>One score to give.</summary>
/// <param name="PostName">The name it is posted under.</param>
public sealed record ScoreEntry(string PostName, Label Label, decimal? Weight, string Typed);
