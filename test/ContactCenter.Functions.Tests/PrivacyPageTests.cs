using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests;

/// <summary>Whoever adds a port through which something of a customer could be kept says so on the page, and so how it is erased.</summary>
public sealed partial class PrivacyPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs", "design", "privacy.md"));

    [Fact]
    public void Each_port_of_a_deployment_stands_in_the_table_of_places_and_no_other()
    {
        var services = new ServiceCollection();
        DeployedPorts.AddTo(services);
        var ports = services.Select(static service => service.ServiceType)
            .Where(static type => type.IsInterface && type.Namespace!.StartsWith("ContactCenter", StringComparison.Ordinal))
            .SelectMany(static type => type.IsGenericType ? [] : new[] { type.Name })
            .Distinct();

        Assert.Equal(
            ports.Order(StringComparer.Ordinal),
            Port().Matches(Page).Select(static match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`(?<name>I[A-Z][A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Port();
}
