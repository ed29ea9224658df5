namespace ZoneFlow.Faults.Living;

/// <summary>What a seed's life came to.</summary>
/// <param name="Hash">Over every journal, every mail and every record: the same for the same seed.</param>
internal sealed record LifeResult(
    int Seed, string Hash, int Steps, int Cases, int Entries, int Accepted, int Refused, int Repeated, int PowerCuts, int Mails, int MailsToOperator, int Dates, TimeSpan Lived);
