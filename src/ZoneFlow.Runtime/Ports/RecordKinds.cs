namespace ZoneFlow.Runtime.Ports;

/// <summary>The kinds of keyed record.</summary>
public static class RecordKinds
{
    public const string Session = "session";
    public const string SignIn = "sign-in";
    public const string Nonce = "nonce";

    /// <summary>A person's secret for time-based codes, and the last step used.</summary>
    public const string Code = "code";

    /// <summary>That a right code of a person was typed in a browser or a session, by person and the hash of its token.</summary>
    public const string KnownBrowser = "known-browser";

    /// <summary>Something unique across cases: <c>name/…</c>, <c>number/…</c>; owned by a case.</summary>
    public const string Claim = "claim";

    /// <summary>The persons reached at an address, by its hash.</summary>
    public const string Address = "address";

    /// <summary>The party of a person.</summary>
    public const string Person = "person";

    /// <summary>A published pack's bytes, by hash.</summary>
    public const string Pack = "pack";

    /// <summary>A pack's bytes that were checked and wait to be published, by hash.</summary>
    public const string PackDraft = "pack-draft";

    /// <summary>A loaded calendar revision's bytes, by id.</summary>
    public const string Calendar = "calendar";

    /// <summary>A ban in force, by subject, case and number.</summary>
    public const string Ban = "ban";

    /// <summary>A dossier of another installation, kept to be read, by its case's id there.</summary>
    public const string Dossier = "dossier";

    /// <summary>Small settings of the installation itself: the clock's offset, counters.</summary>
    public const string Installation = "installation";

    /// <summary>That a mail has reached one of its people, by effect and person.</summary>
    public const string Sent = "sent";

    /// <summary>How often something was tried from somewhere, for rate limits.</summary>
    public const string Tries = "tries";

    /// <summary>A subscribed calendar, by its token's hash; and whose it is, by person.</summary>
    public const string CalendarTicket = "calendar-ticket";

    /// <summary>A small picture of a document, by its content's hash; it can be made again.</summary>
    public const string Thumbnail = "thumbnail";

    /// <summary>A mail that its provider took and could not deliver, by instant and message.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>An upload that no scanner has passed, by the digest of its name.</summary>
    public const string Scan = "scan";

    /// <summary>A signed daily root, by its day.</summary>
    public const string Root = "root";

    /// <summary>The public half of a key that signs roots, by its id.</summary>
    public const string RootKey = "root-key";

    /// <summary>That personal texts of a case were deleted, by case and instant. It holds none of them.</summary>
    public const string Erasure = "erasure";

    /// <summary>That a case gives a document out no more, by case, hash and length of the journal. It holds nothing of it.</summary>
    public const string Deletion = "deletion";

    /// <summary>That a case's dossier was archived, by case and length of the journal.</summary>
    public const string Archived = "archived";

    /// <summary>That somebody read a case's dossier, by case, hour, person and what it was.</summary>
    public const string Reading = "reading";

    /// <summary>How many bytes somebody has brought on a day, by who and day.</summary>
    public const string Quota = "quota";
}
