namespace ContactCenter.Core.Tests.Architecture;

public sealed class DependencyTests
{
    [Fact]
    public void Arrows_between_projects_point_towards_Core()
    {
        var projects = ProjectGraph.Read(Repository.Root);

        Assert.Contains(projects, project => project.Name == "ContactCenter.Core");
        Assert.Empty(DependencyRules.Broken(projects));
    }

    [Fact]
    public void Core_refers_to_no_package_and_to_Language_alone()
    {
        var core = ProjectGraph.Read(Repository.Root).Single(project => project.Name == "ContactCenter.Core");

        Assert.Equal(["ContactCenter.Language"], core.Projects);
        Assert.Empty(core.Packages);
    }

    [Theory]
    [InlineData("ContactCenter.Language", "ContactCenter.Core", "ContactCenter.Language must not refer to ContactCenter.Core")]
    [InlineData("ContactCenter.Core", "ContactCenter.Aws", "ContactCenter.Core must not refer to ContactCenter.Aws")]
    [InlineData("ContactCenter.Simulation", "ContactCenter.Aws", "ContactCenter.Simulation must not refer to ContactCenter.Aws")]
    [InlineData("ContactCenter.Aws", "ContactCenter.Simulation", "ContactCenter.Aws must not refer to ContactCenter.Simulation")]
    [InlineData("ContactCenter.Functions", "ContactCenter.Cli", "ContactCenter.Functions must not refer to ContactCenter.Cli")]
    [InlineData("ContactCenter.Cli", "ContactCenter.Core.Tests", "ContactCenter.Cli must not refer to ContactCenter.Core.Tests")]
    [InlineData("ContactCenter.Infra", "ContactCenter.Aws", "ContactCenter.Infra must not refer to ContactCenter.Aws")]
    [InlineData("ContactCenter.Core", "Amazon.Lambda.Core", "ContactCenter.Core must not refer to Amazon.Lambda.Core")]
    public void An_arrow_that_points_the_wrong_way_is_found(string from, string to, string expected)
    {
        Project[] projects =
        [
            Source(from, projects: [to]), new("test", "ContactCenter.Core.Tests", [], []), new("standins", "Amazon.Lambda.Core", [], [])
        ];

        Assert.Equal([expected], DependencyRules.Broken(projects));
    }

    [Theory]
    [InlineData("AWSSDK.DynamoDBv2")]
    [InlineData("Amazon.Lambda.Core")]
    [InlineData("Microsoft.AspNetCore.App")]
    public void A_package_of_the_outside_is_found_in_a_pure_project(string package)
    {
        Assert.Equal(
            [$"ContactCenter.Core is pure and must not refer to {package}"],
            DependencyRules.Broken([Source("ContactCenter.Core", packages: [package])]));
        Assert.Empty(DependencyRules.Broken([Source("ContactCenter.Aws", packages: [package])]));
    }

    [Fact]
    public void A_project_that_the_rules_do_not_know_is_found() =>
        Assert.Equal(
            ["ContactCenter.Extra is not known to the rules: say what it may refer to"],
            DependencyRules.Broken([Source("ContactCenter.Extra")]));

    [Fact]
    public void A_stand_in_that_refers_to_the_product_is_found() =>
        Assert.Equal(
            ["the stand-in Amazon.Lambda.Core must not refer to ContactCenter.Core"],
            DependencyRules.Broken([Source("ContactCenter.Core"), new("standins", "Amazon.Lambda.Core", ["ContactCenter.Core"], [])]));

    [Fact]
    public void A_project_file_is_read_with_all_kinds_of_references()
    {
        var project = ProjectGraph.Parse("src", "X", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup Condition="'$(A)' == 'B'">
                <ProjectReference Include="..\ContactCenter.Core\ContactCenter.Core.csproj" />
                <PackageReference Include="Polly.Core" />
                <AwsPackage Include="AWSSDK.Connect;AWSSDK.CloudWatch" />
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal(["ContactCenter.Core"], project.Projects);
        Assert.Equal(["Polly.Core", "AWSSDK.Connect", "AWSSDK.CloudWatch", "Microsoft.AspNetCore.App"], project.Packages);
    }

    private static Project Source(string name, string[]? projects = null, string[]? packages = null) =>
        new("src", name, projects ?? [], packages ?? []);
}
