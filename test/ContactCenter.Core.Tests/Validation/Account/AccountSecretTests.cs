using ContactCenter.Core.Configuration;
using ContactCenter.Core.Validation.Account;
using static ContactCenter.Core.Tests.Validation.Account.HealthyAccount;

namespace ContactCenter.Core.Tests.Validation.Account;

/// <summary>One mistake for each kind of check of secrets, Slack, ServiceNow and Jira.</summary>
public sealed class AccountSecretTests
{
    [Fact]
    public void A_secret_that_does_not_exist_is_told() => Holds(
        "secrets", "secret contact-center/slack-AbCdEf for Slack of on-call does not exist", Secret(null));

    [Fact]
    public void A_secret_that_holds_something_else_is_told_by_the_names_of_its_fields() => Holds(
        "secrets", "secret contact-center/slack-AbCdEf for Slack of on-call has only token", Secret(new(["token"], false)));

    [Fact]
    public void A_token_without_the_scope_to_post_is_told() => Holds(
        "slack", "token for Slack of on-call has only the scopes users:read; add the scope chat:write to the app",
        Reading with { Slack = new Dictionary<string, SlackAccess> { [SlackSecret] = new(["users:read"], null) } });

    [Fact]
    public void A_token_that_was_revoked_is_told() => Holds(
        "slack", "token for Slack of on-call is refused by Slack: token_revoked",
        Reading with { Slack = new Dictionary<string, SlackAccess> { [SlackSecret] = new([], "token_revoked") } });

    [Fact]
    public void A_field_that_ServiceNow_does_not_have_is_told() => Holds(
        "serviceNow", "ServiceNow bank.service-now.com has no incident fields correlation_display",
        Reading with
        {
            ServiceNow = new Dictionary<string, IReadOnlyList<string>>
            {
                ["bank.service-now.com"] = [.. AccountScope.ServiceNowFields(HealthyAccount.Configuration)
                    .Where(field => field != "correlation_display")],
            },
        });

    [Fact]
    public void A_column_of_ones_own_that_ServiceNow_does_not_have_is_told()
    {
        var configuration = HealthyAccount.Configuration with
        {
            ServiceNow = new() { Fields = new Dictionary<string, string> { ["u_queu"] = "{queue}" } },
        };

        var finding = Assert.Single(AccountCheck.Find(configuration, Reading));

        Assert.StartsWith(
            "ServiceNow bank.service-now.com has no incident fields u_queu", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_without_any_scope_is_told() => Holds(
        "slack", "token for Slack of on-call has no scope",
        Reading with { Slack = new Dictionary<string, SlackAccess> { [SlackSecret] = new([], null) } });

    [Theory]
    [InlineData(true, "is a plain text; it must be ")]
    [InlineData(false, "is empty; it must be ")]
    public void A_secret_without_the_fields_that_are_taken_from_it_is_told(bool isText, string told) => Holds(
        "secrets", $"secret contact-center/servicenow-AbCdEf for ServiceNow of tickets {told}",
        Reading with
        {
            Secrets = Reading.Secrets.ToDictionary(
                secret => secret.Key,
                secret => secret.Key.Contains("servicenow", StringComparison.Ordinal) ? new SecretShape([], isText) : secret.Value),
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_that_Jira_refuses_is_told(bool isTaken)
    {
        var configuration = HealthyAccount.Configuration with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>(HealthyAccount.Configuration.Audiences)
            {
                ["tickets"] = [new Endpoint { Channel = Channel.Jira, To = "jsm", Secret = "arn:jira" }],
            },
        };
        var reading = Reading with { Jira = new Dictionary<string, JiraAccess> { ["arn:jira"] = new(isTaken) } };

        var told = AccountCheck.Find(configuration, reading)
            .Where(static finding => finding.Check == "jira").Select(static one => $"{one}");

        const string Refused =
            "key for Jira of tickets is refused by Jira; put the API key of an integration that is turned on into the secret";
        Assert.Equal(isTaken ? [] : [Refused], told);
    }

    private static AccountReading Secret(SecretShape? shape) =>
        Reading with { Secrets = new Dictionary<string, SecretShape?>(Reading.Secrets) { [SlackSecret] = shape } };
}
