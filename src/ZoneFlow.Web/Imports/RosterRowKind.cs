namespace ZoneFlow.Web.Imports;

/// <summary>What a row would do to the roster as it stands.</summary>
public enum RosterRowKind
{
    Wrong,

    /// <summary>A body that was never there, or comes again after it left.</summary>
    Comes,

    Leaves,

    /// <summary>What is said of it changes.</summary>
    Changes,

    /// <summary>It stands there just so.</summary>
    Same,

    /// <summary>The table has the same row once more.</summary>
    Repeated,
}
