namespace ZoneFlow.Core.Cases;

/// <summary>What somebody is to a case. The strongest that applies.</summary>
public enum Relation
{
    /// <summary>Nobody the case knows.</summary>
    Stranger,

    /// <summary>An expert seated on one of its panels.</summary>
    Seated,

    /// <summary>A body that some of a plan's items are laid on.</summary>
    Unit,

    /// <summary>An official of the tier that covers its region.</summary>
    Endorser,

    /// <summary>The party that applied and is designated.</summary>
    Own,

    /// <summary>The deciding office.</summary>
    Authority,
}
