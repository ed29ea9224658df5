using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A document that would be deleted: everything of the case that has the same bytes.</summary>
/// <param name="Places">What it was filed as, each with its file name.</param>
/// <param name="InUse">A procedure that it was filed in is still running.</param>
public sealed record DeletionLine(ContentHash Hash, IReadOnlyList<(Label What, string Name)> Places, long Size, DateTimeOffset At, bool InUse);
