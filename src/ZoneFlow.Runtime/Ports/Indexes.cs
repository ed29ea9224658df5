namespace ZoneFlow.Runtime.Ports;

/// <summary>The named queries that a store answers, each an index of the read model.</summary>
public static class Indexes
{
    /// <summary>Open tasks. Partition: <c>role|region</c> or <c>party|id</c>. Sort: due date, case, procedure.</summary>
    public const string Worklist = "worklist";

    /// <summary>All cases of a kind. Partition: the kind. Sort: case number.</summary>
    public const string Register = "register";

    /// <summary>An applicant's own cases. Partition: the party. Sort: case number.</summary>
    public const string Own = "own";

    /// <summary>The cases of a region. Partition: <c>kind|region</c>. Sort: case number.</summary>
    public const string Region = "region";

    /// <summary>
    /// Public notices. Partition: <c>all</c>, and <see cref="OfCase"/> of the case that published it and of each that it lists.
    /// Sort: latest first, then case and procedure.
    /// </summary>
    public const string Notices = "notices";

    /// <summary>Announced decisions. Partition: <c>all</c>, and <see cref="OfCase"/> of the case. Sort: latest first.</summary>
    public const string Announcements = "announcements";

    /// <summary>The cases that name another as their round. Partition: the round. Sort: the case.</summary>
    public const string Members = "members";

    /// <summary>Who holds a role. Partition: <c>role|region</c>. Sort: party.</summary>
    public const string RoleHolders = "role-holders";

    /// <summary>All parties. Partition: <c>all</c>. Sort: name, party.</summary>
    public const string Parties = "parties";

    /// <summary>What the people of a party did. Partition: the party. Sort: latest first, then case and entry.</summary>
    public const string Done = "done";

    /// <summary>Reminders, overdue mails and escalations that went out by themselves. Partition: <c>all</c>. Sort: latest first, then the mail's effect.</summary>
    public const string Reminders = "reminders";

    /// <summary>How a case stands against its plan. Partition: the policy. Sort: the case.</summary>
    public const string Scores = "scores";

    /// <summary>The partition of an index that has everything in it.</summary>
    public const string All = "all";

    /// <summary>The partition of what concerns one case.</summary>
    public static string OfCase(string id) => $"case|{id}";
}
