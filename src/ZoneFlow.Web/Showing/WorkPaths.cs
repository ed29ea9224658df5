using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Showing;

/// <summary>Where a reader's pages of a case lie: under the case for whoever is signed in, under the link for whoever came by one.</summary>
public sealed record WorkPaths
{
    private readonly bool _byLink;

    private WorkPaths(string root, bool byLink) => (Root, _byLink) = (root, byLink);

    public string Root { get; }

    public static WorkPaths Of(CaseId id) => new(Views.CaseHref(id), false);

    public static WorkPaths Of(CaseId id, Token link) => new($"/actions/{Uri.EscapeDataString(id.Value)}/{link.Value}", true);

    public string Action(string action, Procedure? procedure) => _byLink
        ? $"{Root}/{Uri.EscapeDataString(action)}"
        : $"{Root}/act/{Uri.EscapeDataString(action)}{(procedure is null ? "" : $"?procedure={Uri.EscapeDataString(procedure.Id)}&visit={procedure.Visit}")}";

    /// <param name="what">seats, scores or recusal.</param>
    public string Panel(Procedure procedure, string what) => _byLink
        ? $"{Root}/panel/{what}"
        : $"{Root}/panel/{Uri.EscapeDataString(procedure.Name)}/{Uri.EscapeDataString(procedure.Key)}/{what}?visit={procedure.Visit}";

    /// <summary>Where a procedure's present task is handed over.</summary>
    public string HandOver(Procedure procedure) => _byLink
        ? $"{Root}/hand-over"
        : $"{Root}/hand-over?procedure={Uri.EscapeDataString(procedure.Id)}&visit={procedure.Visit}";

    public string Document(FiledDocument document) => $"{Root}/documents/{Uri.EscapeDataString(document.Slot)}/{document.Version}";

    /// <summary>The page that shows a document.</summary>
    public string Preview(FiledDocument document) => $"{Document(document)}/preview";

    /// <summary>A document as a browser shows it inside that page.</summary>
    public string Shown(FiledDocument document) => $"{Document(document)}/shown";

    public string Thumbnail(FiledDocument document) => $"{Document(document)}/thumbnail";

    public string Done(SignalId signal) => $"{Root}/done/{Uri.EscapeDataString(signal.Value)}";
}
