using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Documents;

/// <summary>That a case gives a document out no more: which by hash, why and by whom. Of what was in it it says nothing.</summary>
/// <param name="Hash">Of the bytes; the journal goes on naming it, with its size.</param>
/// <param name="Through">The journal's length then. Whoever files the same bytes again later brings them back.</param>
/// <param name="Archived">The case's whole dossier was carried out of the installation; otherwise somebody had asked for it.</param>
/// <param name="Names">The digests of the file names, which go with it.</param>
/// <param name="Cleared">When the bytes were gone, or were seen to be another case's too; null until then.</param>
public sealed record DocumentDeletion(
    CaseId Case, ContentHash Hash, long Through, string Ground, bool Archived, PersonId? By, PartyId? Party, DateTimeOffset At,
    System.Collections.Immutable.ImmutableArray<string> Names, DateTimeOffset? Cleared);
