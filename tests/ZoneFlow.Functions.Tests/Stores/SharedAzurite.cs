namespace ZoneFlow.Functions.Tests.Stores;

/// <summary>One Azurite for all tests; each opens a table and a container of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SharedAzurite : ICollectionFixture<Azurite>
{
    public const string Name = "azurite";
}
