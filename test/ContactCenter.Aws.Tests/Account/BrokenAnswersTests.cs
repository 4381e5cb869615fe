using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;
using Endpoint = ContactCenter.Core.Configuration.Endpoint;

namespace ContactCenter.Aws.Tests.Account;

/// <summary>
/// An account, Slack and ServiceNow that answer what is no answer: that is told of each part, and takes none of the others away.
/// </summary>
public sealed class BrokenAnswersTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/slack-AbCdEf";

    private static readonly ContactCenterConfiguration Sample =
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));

    /// <summary>What is answered to everything.</summary>
    public static TheoryData<string> Answers => ["{}", "{\"\\ud800\":1}", "{\"QueueSummaryList\":[null,{\"Name\":\"\\udfff\"}]}"];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_answer_of_an_account_ends_its_check(string answer)
    {
        await using var server = await LocalHttpServer.StartAsync(context => context.Response.WriteAsync(answer));

        _ = await CheckAsync(server.Address);
    }

    [Fact]
    public async Task A_secret_with_half_a_letter_is_read_but_for_that()
    {
        await using var server = await LocalHttpServer.StartAsync(static context => context.Response.WriteAsync(
            context.Request.Headers["x-amz-target"].ToString().StartsWith("secretsmanager", StringComparison.Ordinal)
                ? """{"SecretString":"{\"\\ud800\":\"a\",\"botToken\":\"xoxb-1\",\"user\":\"u\",\"password\":\"p\"}"}"""
                : """{"\ud800":7,"ok":false,"error":"invalid_auth","result":[{"number":"INC1","\ud83d":1}]}"""));

        var told = await CheckAsync(server.Address);

        Assert.Contains(told, static text => text.Contains("is refused by Slack: invalid_auth", StringComparison.Ordinal));
        Assert.Contains(told, static text => text.Contains("has no incident fields", StringComparison.Ordinal));
    }

    private static async Task<string[]> CheckAsync(Uri address)
    {
        var configuration = Sample with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(Sample.Audiences)
            {
                ["on-call"] =
                [
                    new Endpoint { Channel = Channel.Slack, To = "C1", Secret = Secret },
                    new Endpoint { Channel = Channel.ServiceNow, To = address.ToString().TrimEnd('/'), Secret = Secret },
                ],
            },
        };
        using var clients = AccountClients.For(
            configuration.Instance.Region, address, new BasicAWSCredentials("test", "test"));
        var slack = new Uri(address, "/slack/");
        using var http = AccountReader.CreateHttpClient(slack);
        var reading = await new AccountReader(clients, http, slack, TimeProvider.System)
            .ReadAsync(configuration, TestContext.Current.CancellationToken);
        return [.. AccountCheck.Find(configuration, reading).Select(static finding => finding.ToString())];
    }
}
