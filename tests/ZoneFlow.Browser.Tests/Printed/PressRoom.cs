namespace ZoneFlow.Browser.Tests.Printed;

/// <summary>One press for all tests of printed papers: every paper is printed once.</summary>
[CollectionDefinition(nameof(PressRoom))]
public sealed class PressRoom : ICollectionFixture<Press>;
