using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>An open task.</summary>
/// <param name="Role">The role in which it waits for the person.</param>
/// <param name="Href">Where it is done.</param>
public sealed record TaskLine(
    string Number, string Title, string? Region, Label Procedure, Label Stage, Label Role, DateTimeOffset Since, SourcedDate? Due, string Href)
{
    /// <summary>Whom it was handed over to; null where everybody who holds the role has it.</summary>
    public string? With { get; init; }
}
