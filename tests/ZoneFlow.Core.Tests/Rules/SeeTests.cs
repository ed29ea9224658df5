using ZoneFlow.Core.Cases;

namespace ZoneFlow.Core.Tests.Rules;

/// <summary>Who may see what, written out a second time: the relations that may, and whom a public standing or the operator's role lets in.</summary>
public sealed class SeeTests
{
    private const string Office = "Authority";
    private const string Case = "Own Endorser Authority";
    private static readonly string All = string.Join(' ', Enum.GetNames<Relation>());

    public static TheoryData<View, string> Table => new()
    {
        { View.PublicPage, "Seated Unit Endorser Own Authority" }, { View.Notice, All }, { View.Progress, $"{Case} Seated" }, { View.Documents, $"{Case} Seated" },
        { View.Answers, $"{Case} Seated" }, { View.Owed, "Unit Authority" }, { View.Plan, $"{Case} Unit" }, { View.Acting, "Seated Unit Endorser Own Authority" },
        { View.Journal, Case }, { View.Objections, Office }, { View.Scores, Office }, { View.Dossier, Office }, { View.Installation, "" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void View_IsOpenToTheRelationsOfTheTableAndNoOthers(View view, string relations)
    {
        foreach (var relation in Enum.GetValues<Relation>())
        {
            var may = relations.Split(' ').Contains(relation.ToString());
            Assert.Equal(may, May.See(view, relation, isOperator: false, isPublic: false));
            Assert.Equal(may || view == View.Installation, May.See(view, relation, isOperator: true, isPublic: false));
            Assert.Equal(may || view == View.PublicPage, May.See(view, relation, isOperator: false, isPublic: true));
        }
    }

    [Fact]
    public void Table_HasEveryView() => Assert.Equal(Enum.GetValues<View>().Length, Table.Count);
}
