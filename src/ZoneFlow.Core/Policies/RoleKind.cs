namespace ZoneFlow.Core.Policies;

/// <summary>What a role is to the office, whatever a policy calls it.</summary>
public enum RoleKind
{
    /// <summary>Applies, is designated and reports: bound to the case when it opens.</summary>
    Applicant,

    /// <summary>The tier between: acts on the cases of its own region only.</summary>
    Endorser,

    /// <summary>The deciding office.</summary>
    Authority,

    /// <summary>Named to a panel, and sees only what that panel judges.</summary>
    Expert,

    /// <summary>Anyone at all.</summary>
    Public,

    /// <summary>Is one of the pack's units (责任单位): a grant of it says which.</summary>
    Unit,

    /// <summary>Answers for one item of a plan: the units that lead it.</summary>
    Lead,

    /// <summary>Shares in one item of a plan: the units that are responsible with the lead.</summary>
    Responsible,
}
