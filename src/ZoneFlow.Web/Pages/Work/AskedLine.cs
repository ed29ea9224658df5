using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>What is asked now.</summary>
/// <param name="Holders">Who holds it; empty for a wait.</param>
/// <param name="BudgetUsed">Working days used and <paramref name="BudgetTotal"/>, where both are known.</param>
public sealed record AskedLine(
    Label Procedure, Label Stage, IReadOnlyList<string> Holders, DateTimeOffset Since, SourcedDate? Due, int? BudgetUsed, int? BudgetTotal, Label? Note);
