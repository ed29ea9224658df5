using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Parts;

/// <summary>A document to be filed, posted as <c>file.</c> and the slot's name.</summary>
/// <param name="OnThisVisit">What this visit has taken already, so that it need not be filed again.</param>
/// <param name="Earlier">The latest of earlier visits, shown for orientation.</param>
public sealed record SlotEntry(string Slot, Label Label, bool Required, Source Source, DocumentLine? OnThisVisit, DocumentLine? Earlier);
