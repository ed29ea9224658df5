namespace ZoneFlow.Web.Archiving;

/// <summary>A dossier of another installation, kept to be read. It is no case here: nothing can be done to it.</summary>
/// <param name="Content">The archive, by hash, in the document store.</param>
public sealed record ImportedDossier(string Content, string Case, string Number, string Title, string Office, string Head, long Entries, DateTimeOffset Imported);
