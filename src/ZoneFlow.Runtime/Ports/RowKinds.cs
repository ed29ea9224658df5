namespace ZoneFlow.Runtime.Ports;

/// <summary>The kinds of row that a case has.</summary>
public static class RowKinds
{
    /// <summary>A form answer, by field.</summary>
    public const string Answer = "answer";

    /// <summary>A filed document, by slot and version.</summary>
    public const string Document = "document";

    /// <summary>An objection, by receipt.</summary>
    public const string Objection = "objection";

    /// <summary>A score, by procedure, visit, subject and expert.</summary>
    public const string Score = "score";

    /// <summary>A letter, by entry and template.</summary>
    public const string Letter = "letter";

    /// <summary>A letter's paper as it was kept, by the letter's key.</summary>
    public const string LetterPaper = "letter-paper";

    /// <summary>A letter's sealed paper, by the letter's key.</summary>
    public const string LetterSeal = "letter-seal";

    /// <summary>An announced document, by entry and slot.</summary>
    public const string Announcement = "announcement";

    /// <summary>A line of a plan's ledger (a value, an entry of the funds, a version), by entry and place.</summary>
    public const string Ledger = "ledger";

    /// <summary>What one filing added to a roster, by roster, entry and place.</summary>
    public const string Roster = "roster";

    /// <summary>Rows that a table brought for a roster and nobody has filed yet, by roster. Not of the journal.</summary>
    public const string WaitingRoster = "waiting-roster";

    /// <summary>Values that a table brought for a report and nobody has filed yet, by procedure. Not of the journal.</summary>
    public const string WaitingValues = "waiting-values";

    /// <summary>An action link, by the hash of its token. Not of the journal: it says how people came, not what they decided.</summary>
    public const string Link = "link";

    /// <summary>When an action link was first opened, by the hash of its token: apart, so that it never overwrites what a link was used for.</summary>
    public const string LinkView = "link-view";
}
