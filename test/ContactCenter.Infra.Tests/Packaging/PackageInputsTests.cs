using ContactCenter.Infra.Packaging;

namespace ContactCenter.Infra.Tests.Packaging;

public sealed class PackageInputsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("contactcenter-sources-").FullName;

    public PackageInputsTests()
    {
        Write("src/ContactCenter.Core/Rule.cs", "one");
        Write("src/ContactCenter.Cli/Program.cs", "one");
        Write("Directory.Build.props", "<Project />");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_same_sources_have_the_same_hash() => Assert.Equal(Hash(), Hash());

    [Theory]
    [InlineData("src/ContactCenter.Core/Rule.cs")]
    [InlineData("src/ContactCenter.Functions/New.cs")]
    [InlineData("src/ContactCenter.Documents/New.cs")]
    [InlineData("src/ContactCenter.Plots/New.cs")]
    [InlineData("standins/AWSSDK.Connect/operations.txt")]
    [InlineData("models/contact-topics.ccm")]
    [InlineData("Directory.Packages.props")]
    [InlineData("eng/package.proj")]
    [InlineData("eng/ContactCenter.Sentences/Program.cs")]
    public void A_source_of_the_functions_that_changes_changes_it(string file)
    {
        var before = Hash();
        Write(file, "two");

        Assert.NotEqual(before, Hash());
    }

    [Theory]
    [InlineData("src/ContactCenter.Cli/Program.cs")]
    [InlineData("src/ContactCenter.Core/obj/Rule.g.cs")]
    [InlineData("contactcenter.json")]
    [InlineData("Directory.Solution.targets")]
    [InlineData("eng/mutate.py")]
    public void What_is_no_part_of_the_functions_does_not(string file)
    {
        var before = Hash();
        Write(file, "two");

        Assert.Equal(before, Hash());
    }

    [Fact]
    public void A_file_that_moves_changes_it()
    {
        var before = Hash();
        File.Move(Path.Combine(_root, "src/ContactCenter.Core/Rule.cs"), Path.Combine(_root, "src/ContactCenter.Core/Moved.cs"));

        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Another_SDK_changes_it() => Assert.NotEqual(Hash(), PackageInputs.Hash(_root, "11.0.100"));

    private string Hash() => PackageInputs.Hash(_root, "10.0.100");

    private void Write(string file, string text)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
