using ZoneFlow.Core.Cases;

namespace ZoneFlow.Server.Tests.WhoMay;

/// <summary>Who may see what, written out a second time: a change of the core's table has to be made here too.</summary>
internal static class SeeTable
{
    // "Public" is anybody, where the case's standing is a public one.
    private const string Rows =
        """
        view          Own  Endorser  Authority  Unit  Seated  Stranger  Public  Operator
        PublicPage    yes  yes       yes        yes   yes     no        yes     no
        Notice        yes  yes       yes        yes   yes     yes       yes     yes
        Progress      yes  yes       yes        no    yes     no        no      no
        Documents     yes  yes       yes        no    yes     no        no      no
        Answers       yes  yes       yes        no    yes     no        no      no
        Plan          yes  yes       yes        yes   no      no        no      no
        Acting        yes  yes       yes        yes   yes     no        no      no
        Owed          no   no        yes        yes   no      no        no      no
        Journal       yes  yes       yes        no    no      no        no      no
        Objections    no   no        yes        no    no      no        no      no
        Scores        no   no        yes        no    no      no        no      no
        Dossier       no   no        yes        no    no      no        no      no
        Installation  no   no        no         no    no      no        no      yes
        """;

    private static readonly Dictionary<(string View, string Who), bool> Cells = Read();

    public static bool Allows(View view, Relation relation, bool isOperator, bool isPublic) =>
        Cells[($"{view}", $"{relation}")] || (isPublic && Cells[($"{view}", "Public")]) || (isOperator && Cells[($"{view}", "Operator")]);

    private static Dictionary<(string, string), bool> Read()
    {
        var lines = Rows.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return lines.Skip(1).SelectMany(row => row.Skip(1).Select((cell, i) => ((row[0], lines[0][i + 1]), cell == "yes"))).ToDictionary();
    }
}
