namespace ZoneFlow.Faults.Simulated;

/// <summary>How likely each thing is to go wrong just now, in a thousand. All are nought on a calm day.</summary>
internal sealed class Weather
{
    /// <summary>A read or write fails and has done nothing.</summary>
    public int Fails { get; set; }

    /// <summary>A write is on disk and its answer is lost.</summary>
    public int AnswerLost { get; set; }

    /// <summary>The power goes at a named point or while a write is under way.</summary>
    public int PowerCut { get; set; }

    /// <summary>No write succeeds; reads do.</summary>
    public bool DiskFull { get; set; }

    public int MailFails { get; set; }

    /// <summary>The mail has left and its sender is told that it has not.</summary>
    public int MailAnswerLost { get; set; }

    public int MailSlow { get; set; }

    /// <summary>The mail server refuses for good.</summary>
    public int MailRefused { get; set; }

    public void Calm() => (Fails, AnswerLost, PowerCut, DiskFull, MailFails, MailAnswerLost, MailSlow, MailRefused) = (0, 0, 0, false, 0, 0, 0, 0);
}
