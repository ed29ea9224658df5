using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>An action that the reader may take.</summary>
/// <param name="Opens">Whether it opens a procedure of its own.</param>
/// <param name="Weighty">Whether it needs the second factor.</param>
public sealed record OfferLine(Label Label, Label? Where, bool Opens, bool Weighty, string Href)
{
    /// <summary>The item and period that it is about, where the case has one such for each of several; null where it is about the whole case.</summary>
    public Label? About { get; init; }

    /// <summary>Whether it decides nothing of the case.</summary>
    public bool Aside { get; init; }
}
