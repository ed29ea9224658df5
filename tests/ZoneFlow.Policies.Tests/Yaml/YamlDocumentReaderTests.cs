using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Tests.Yaml;

public sealed class YamlDocumentReaderTests
{
    private readonly ProblemList _problems = new();

    [Theory]
    [InlineData("no")]
    [InlineData("1.0")]
    [InlineData("0o17")]
    [InlineData("2025-01-01")]
    [InlineData("null")]
    [InlineData("~")]
    public void Reading_Scalar_StaysAsWritten(string text)
    {
        Assert.Equal(text, Read($"a: {text}")!.RequiredText("a"));
        Assert.Empty(_problems.Items);
    }

    [Fact]
    public void Reading_NestedFile_KnowsPathsAndLines()
    {
        var root = Read("""
            # a comment
            stages:
              draft: {by: applicant}
              list:
                - one
                - two
            """)!;
        var stages = root.RequiredMap("stages")!;
        Assert.Equal(["draft", "list"], stages.Keys);
        var second = stages.RequiredList("list")[1];
        Assert.Equal(("stages.list[2]", 6, "two"), (second.Path, second.Line, second.Text));
        Assert.Equal(("draft", 3), (stages.Entries[0].Key, stages.Entries[0].KeyNode.Line));
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3", "f.yaml:3: The key 'a' stands twice here; it is already on line 1.")]
    [InlineData("a: &x 1", "f.yaml:1: Anchors (&name) are not used in these files: write the value out.")]
    [InlineData("a: !!int 1", "f.yaml:1: Tags (!name) are not used in these files: every value is a text.")]
    [InlineData("a: 1\n---\nb: 2", "f.yaml:2: A second document begins here; a file holds one.")]
    [InlineData("", "f.yaml: The file is empty.")]
    [InlineData("# only a comment", "f.yaml: The file is empty.")]
    [InlineData("a: 1\n[b]: 2", "f.yaml:2: A key must be a text.")]
    public void Reading_TreacherousYaml_IsRefused(string text, string problem)
    {
        Read(text);
        Assert.Equal([problem], _problems.Items.Select(p => p.ToString()));
    }

    [Fact]
    public void Reading_Alias_IsRefusedWithItsAnchor()
    {
        Read("a: &x 1\nb: *x");
        Assert.Equal([1, 2], _problems.Items.Select(p => p.Line));
    }

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("a: 'x\nb: 2")]
    [InlineData("a: b: c")]
    public void Reading_NoYaml_IsOneProblem(string text)
    {
        Assert.Null(Read(text));
        Assert.StartsWith("This is not YAML:", Assert.Single(_problems.Items).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_VeryDeepNesting_IsRefusedNotOverflowed()
    {
        Assert.Null(Read(new string('[', 50_000)));
        Assert.Single(_problems.Items);
    }

    [Fact]
    public void RefusingUnknownKeys_TwoUnknown_NamesThemAndTheKnown()
    {
        var root = Read("name: x\ncolour: red\nsize: 2")!;
        root.RequiredText("name");
        root.Optional("length");
        root.RefuseUnknownKeys();
        Assert.Equal(
            ["f.yaml:2: the file has no key 'colour'; it may have: name, length.", "f.yaml:3: the file has no key 'size'; it may have: name, length."],
            _problems.Items.Select(p => p.ToString()));
    }

    [Fact]
    public void Requiring_WrongShapes_ReportsEachInWords()
    {
        var root = Read("a: {b: [1]}\nc:\n")!;
        Assert.Null(root.RequiredText("a"));
        Assert.Null(root.RequiredText("c"));
        Assert.Null(root.Required("d"));
        Assert.Empty(root.RequiredList("a"));
        Assert.Null(root.Required("a")!.RequiredMap("b"));
        Assert.Equal(
            ["a must be a text.", "the file lacks the key 'd'.", "a must be a list.", "a.b must be a map of keys and values.", "c must be a text, and is empty."],
            _problems.Items.Select(p => p.Message));
    }

    [Fact]
    public void AskingATextForKeysOrItems_ReportsItOnce()
    {
        var text = Read("a: words")!.Required("a")!;
        Assert.Null(text.Optional("b"));
        Assert.Null(text.Optional("c"));
        Assert.Empty(text.Entries);
        Assert.Empty(text.Items);
        Assert.Equal(["a must be a map of keys and values.", "a must be a list."], _problems.Items.Select(p => p.Message));
    }

    private YamlNode? Read(string text) => YamlDocumentReader.Read(text, "f.yaml", _problems);
}
