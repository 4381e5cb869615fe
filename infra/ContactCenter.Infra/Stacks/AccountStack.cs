using System.Globalization;
using Amazon.CDK;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Infra.Constructs;
using Schedule = ContactCenter.Infra.Constructs.Schedule;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The weekly check: a function that reads of the account exactly what the checks compare, and tells the topic of alarms what it found.
/// </summary>
internal sealed class AccountStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    public AccountStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "account", "Compares the account with the configuration once a week.")
    {
        var topic = deployment.Monitoring.Alarms.TopicArn;
        var check = new DeployedFunction(this, SystemFunctions.CheckAccount, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string> { ["ALARM_TOPIC_ARN"] = topic },
        });
        check.Allow(["sns:Publish"], topic);

        // what SNS asks of a publisher
        deployment.Monitoring.Key.Grant(check.Role, "kms:Decrypt", "kms:GenerateDataKey*");

        // what people have decided at run time; the table is encrypted under the same key
        deployment.Incidents.Table.AllowSettings(check);
        AllowInstance(check);
        AllowNamed(check);
        AllowAccount(check);
        var weekly = deployment.Configuration.Account.WeeklyCheck;
        var day = weekly.Day.ToString()[..3].ToUpperInvariant();
        _ = new Schedule(
            this, check, string.Create(CultureInfo.InvariantCulture, $"cron({weekly.At.Minute} {weekly.At.Hour} ? * {day} *)"));
        _ = new CfnOutput(this, "CheckNow", new CfnOutputProps
        {
            Value = $"aws lambda invoke --region {Region} --function-name {deployment.Names.Function(SystemFunctions.CheckAccount)} "
                + "--invocation-type Event /dev/null",
            Description = "Checks the account now, and tells what it finds as one incident of severity P3; alarms without a sample as one P4.",
        });
    }

    private void AllowInstance(DeployedFunction check)
    {
        var instance = Deployment.Configuration.Instance.Arn;
        check.Allow(
            [
                "connect:DescribeInstanceAttribute", "connect:ListBots", "connect:ListInstanceStorageConfigs",
                "connect:ListLambdaFunctions"
            ],
            instance);
        check.Allow(
            ["connect:ListContactFlows", "connect:ListQueues", "connect:ListRoutingProfiles"],
            instance,
            $"{instance}/contact-flow/*",
            $"{instance}/queue/*",
            $"{instance}/routing-profile/*");
    }

    /// <summary>What the configuration names, each by its name.</summary>
    private void AllowNamed(DeployedFunction check)
    {
        var configuration = Deployment.Configuration;
        AllowEach(
            "lambda:GetFunctionConfiguration", AccountScope.Functions(configuration).Select(name => Arn("lambda", $"function:{name}")));
        AllowEach("lex:DescribeBotAlias", configuration.Bots.Select(bot => Arn("lex", $"bot-alias/{bot.BotId}/{bot.AliasId}")));
        AllowEach("dynamodb:DescribeTable", configuration.Tables.Select(table => Arn("dynamodb", $"table/{table.Name}")));
        AllowEach("sns:ListSubscriptionsByTopic", AccountScope.Topics(configuration).Select(topic => Arn("sns", topic)));
        AllowEach("secretsmanager:GetSecretValue", AccountScope.Secrets(configuration));

        void AllowEach(string action, IEnumerable<string> resources)
        {
            string[] each = [.. resources.Distinct(StringComparer.Ordinal)];
            if (each.Length > 0)
            {
                check.Allow([action], each);
            }
        }
    }

    /// <summary>What belongs to the account as a whole.</summary>
    private void AllowAccount(DeployedFunction check)
    {
        check.Allow(["cloudwatch:DescribeAlarms"], Arn("cloudwatch", "alarm:*"));
        if (Deployment.Configuration.StandbyRegion is { } standby)
        {
            check.Allow(["cloudwatch:DescribeAlarms"], $"arn:{Partition}:cloudwatch:{standby}:{Account}:alarm:*");
        }

        string[] textMessages = AccountScope.SendsTextMessages(Deployment.Configuration)
            ? [.. TextMessageRights.All]
            : [];
        check.Allow(
            [
                "cloudwatch:ListMetrics", "ds:DescribeDirectories", "lambda:GetAccountSettings", "servicequotas:ListServiceQuotas",
                .. textMessages
            ],
            "*");
    }

    private string Arn(string service, string rest) => $"arn:{Partition}:{service}:{Region}:{Account}:{rest}";
}
