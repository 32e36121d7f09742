using System.Reflection;
using GarminSync.Consumers.Accounts;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

public sealed class Who_writes_the_accounts_row
{
    [Fact]
    public void One_class_makes_it_assigns_to_it_and_updates_it() =>
        CalledMethods.In(Solution.Consumers).Where(call => Writes(call.Called)).Select(call => call.Caller.Name).Distinct().ToList()
            .ShouldBe([nameof(AccountStates)]);

    [Fact]
    public void The_two_columns_of_its_lease_are_written_by_that_lease() =>
        CalledMethods.In(Solution.Consumers).Where(call => call.Called.DeclaringType == typeof(RowLease<GarminAccount>)).Select(call => call.Caller.Name).Distinct().ToList()
            .ShouldBe([nameof(RenewalLease)]);

    [Theory]
    [InlineData(nameof(GarminAccount), ".ctor")]
    [InlineData(nameof(GarminAccount), "set_NeedsLogin")]
    [InlineData(nameof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.ExecuteUpdateAsync))]
    public void Each_kind_of_writing_would_be_noticed(string type, string method) =>
        CalledMethods.In(Solution.Consumers).Where(call => Writes(call.Called)).ShouldContain(call => call.Called.DeclaringType!.Name == type && call.Called.Name == method);

    private static bool Writes(MethodBase called) =>
        (called.DeclaringType == typeof(GarminAccount) && (called.IsConstructor || called.Name.StartsWith("set_", StringComparison.Ordinal)))
        || called.DeclaringType == typeof(UpdateSettersBuilder<GarminAccount>)
        || (called.DeclaringType == typeof(EntityFrameworkQueryableExtensions) && called.Name.StartsWith("Execute", StringComparison.Ordinal)
            && called.GetGenericArguments().Contains(typeof(GarminAccount)));
}
