namespace ZoneFlow.Web.Pages.Work;

/// <summary>An expert's place on a panel.</summary>
/// <param name="Scored">How many of <paramref name="Of"/> subjects are scored.</param>
public sealed record SeatLine(string Expert, bool Recused, int Scored, int Of);
