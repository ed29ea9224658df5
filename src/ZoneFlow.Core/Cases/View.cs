namespace ZoneFlow.Core.Cases;

/// <summary>What can be looked at. Every page, feed and answer of the system shows one of these.</summary>
public enum View
{
    /// <summary>What the register and the public page of a zone show, once its standing is public.</summary>
    PublicPage,

    /// <summary>A notice and the documents published with it.</summary>
    Notice,

    /// <summary>Where the case is, who holds it, and by when.</summary>
    Progress,

    /// <summary>The documents filed, by all sides.</summary>
    Documents,

    /// <summary>The form's answers, names and telephone numbers included.</summary>
    Answers,

    /// <summary>What is laid on the looker: a plan's items that it leads or shares in, with all that was filed of them.</summary>
    Owed,

    /// <summary>The plan with its numbers: of the items that the looker may see, or of the case as a whole.</summary>
    Plan,

    /// <summary>What the looker may do on the case; what they may not is refused by the action itself.</summary>
    Acting,

    /// <summary>The journal, line by line.</summary>
    Journal,

    /// <summary>Who objected and what they wrote: never leaves the office.</summary>
    Objections,

    /// <summary>The experts' scores and opinions.</summary>
    Scores,

    /// <summary>The whole of it as one archive, what is confidential included.</summary>
    Dossier,

    /// <summary>Parties, packs, calendars, outbox and parked cases.</summary>
    Installation,
}
